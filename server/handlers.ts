import type { CommandName } from "@/protocol/commands";
import { createAccount } from "@/server/commands/accounts";
import {
  closePrompt,
  hideResults,
  openPrompt,
  showResults,
  startTimer,
  stopTimer,
} from "@/server/commands/prompts";
import { submitResponse } from "@/server/commands/responses";
import { deleteText } from "@/server/commands/retention";
import {
  beginSession,
  blankScreen,
  chooseRelease,
  endSession,
  expireSession,
  expireTimer,
  goToSlide,
  nextSlide,
  previousSlide,
  startSession,
  undoStep,
  viewSession,
} from "@/server/commands/sessions";
import { createShare, revokeShare } from "@/server/commands/shares";
import { createSignIn, endAllSignIns, endSignIn } from "@/server/commands/sign-ins";
import { markCard, markCardAfterwards } from "@/server/commands/steps";
import type { Handler } from "@/server/context";

/** Every command and what happens; a command without a handler does not compile. */
export const handlers: { [N in CommandName]: Handler<N> } = {
  "session:start": startSession,
  "session:view": viewSession,
  "session:begin": beginSession,
  "session:end": endSession,
  "session:expire": expireSession,
  "text:delete": deleteText,
  "release:choose": chooseRelease,
  "slide:next": nextSlide,
  "slide:back": previousSlide,
  "slide:go": goToSlide,
  "screen:blank": blankScreen,
  "step:undo": undoStep,
  "prompt:open": openPrompt,
  "prompt:close": closePrompt,
  "results:show": showResults,
  "results:hide": hideResults,
  "card:mark": markCard,
  "timer:start": startTimer,
  "timer:stop": stopTimer,
  "timer:expire": expireTimer,
  "response:submit": submitResponse,
  "summary:mark": markCardAfterwards,
  "share:create": createShare,
  "share:revoke": revokeShare,
  "account:create": createAccount,
  "sign-in:create": createSignIn,
  "sign-in:end": endSignIn,
  "sign-in:end-all": endAllSignIns,
};
