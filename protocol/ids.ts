import { z } from "zod";

/** Ids of rows: UUID v4, so that none tells when or in what order it was made. */
export const classId = z.uuid().brand("ClassId");
export const sessionId = z.uuid().brand("SessionId");
export const facilitatorId = z.uuid().brand("FacilitatorId");
export const teamId = z.uuid().brand("TeamId");
export const signInId = z.uuid().brand("SignInId");
export const responseId = z.uuid().brand("ResponseId");
export const questionId = z.uuid().brand("QuestionId");
export const shareId = z.uuid().brand("ShareId");

/** Ids that an author writes: unique inside one class (slides) or one slide (options, statements). */
export const slideId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use small letters, digits and single hyphens")
  .max(60)
  .brand("SlideId");
export const partId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use small letters, digits and single hyphens")
  .max(60);

/** One round of a prompt: the slide's id, and `.2` for its second round. */
export const promptId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*(\.2)?$/)
  .max(62)
  .brand("PromptId");

/** A join code: 8 digits, shown as `1234 5678`. */
export const joinCode = z
  .string()
  .regex(/^\d{8}$/)
  .brand("JoinCode");

export type ClassId = z.infer<typeof classId>;
export type SessionId = z.infer<typeof sessionId>;
export type FacilitatorId = z.infer<typeof facilitatorId>;
export type SignInId = z.infer<typeof signInId>;
export type ResponseId = z.infer<typeof responseId>;
export type ShareId = z.infer<typeof shareId>;
export type PromptId = z.infer<typeof promptId>;
export type TeamId = z.infer<typeof teamId>;
export type QuestionId = z.infer<typeof questionId>;
export type SlideId = z.infer<typeof slideId>;
export type JoinCode = z.infer<typeof joinCode>;
