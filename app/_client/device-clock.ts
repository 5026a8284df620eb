/**
 * This device's clock, which only runs forward: setting the device's clock anew
 * does not move it. It may stand still while the device sleeps.
 */
export const deviceNow = (): number => performance.timeOrigin + performance.now();

/** The server's clock, by what is known of its distance. */
export const serverNow = (skew: number): number => deviceNow() + skew;
