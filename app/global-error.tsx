"use client";
import { Door } from "@/app/_ui/door";
import "@/app/_ui/tokens.css";
import "@/app/_ui/base.css";

/** When even the layout failed there is no language to be had: it speaks both, from no catalogue. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <Door title="Something went wrong">
          <p>Nothing that you sent is lost. Please load the page again.</p>
          <p lang="es">Algo salió mal. No se perdió nada de lo que enviaste. Vuelve a cargar la página.</p>
          <button type="button" className="button" onClick={() => window.location.reload()}>
            Load again · <span lang="es">Cargar de nuevo</span>
          </button>
        </Door>
      </body>
    </html>
  );
}
