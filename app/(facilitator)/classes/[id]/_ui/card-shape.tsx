import styles from "@/app/(facilitator)/classes/[id]/_ui/cards.module.css";

/** One shape per letter, so that a card is told across a room without reading and without colour. */
const shapes = [
  "M50 5a45 45 0 1 0 .01 0z", // circle
  "M10 10h80v80h-80z", // square
  "M50 6l46 84h-92z", // triangle
  "M50 3l47 47-47 47-47-47z", // diamond
  "M37 5h26v32h32v26h-32v32h-26v-32h-32v-26h32z", // cross
  "M50 2l14 32 35 3-27 23 8 35-30-19-30 19 8-35-27-23 35-3z", // star
  "M50 5a45 45 0 1 0 .01 0zM50 30a20 20 0 1 1-.01 0z", // ring
  "M5 72a45 45 0 0 1 90 0z", // half circle
  "M50 94l46-84h-92z", // triangle on its tip
  "M5 10h90v22h-90zM5 39h90v22h-90zM5 68h90v22h-90z", // bars
  "M28 8h44l25 42-25 42h-44l-25-42z", // hexagon
  "M10 10h80v80h-80zM32 32v36h36v-36z", // frame
];

/** Colours repeat after six, and their shapes do not. */
export function CardShape({ index }: { index: number }) {
  return (
    <svg viewBox="0 0 100 100" className={styles.shape} data-color={index % 6} aria-hidden="true">
      <path d={shapes[index % shapes.length]} fillRule="evenodd" />
    </svg>
  );
}
