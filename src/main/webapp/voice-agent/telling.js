import { Problem } from './problems.js';

/**
 * Shows one event of a turn, and has it spoken: `transcript`, `sentence`, `audio`, `unspoken` or `done`, as they are
 * told in the stream of a turn and in a live conversation. `turn` is `{turnId, question, line}`, and gets its line in the
 * log once its question is known.
 */
export function tell(event, { turn, speech, stage, thinking }) {
  const { type, index } = event;
  if (speech?.off) turn.line?.unspoken(speech.heard);
  if (type === 'transcript') {
    turn.line ??= stage.question(turn.turnId, turn.question);
    stage.status('answering');
  } else if (type === 'sentence') {
    if (turn.line.has(index)) return; // told again after a broken connection
    turn.line.sentence(index, event.text, speech ? !speech.off : false);
    if (thinking) stage.status('answering');
  } else if (type === 'audio') {
    speech?.piece(event);
  } else if (type === 'unspoken') {
    speech?.fail(new Problem({ type: event.problem, status: 503 }));
    turn.line.unspoken(index);
  } else if (type === 'done') {
    const { response, sources = [], handoff } = event;
    turn.line.finish({ response, sources });
    stage.answered({ question: turn.question, response, sources });
    if (handoff) stage.handoff(turn.line, handoff);
  }
}

/**
 * What is shown while an answer is spoken. `onaudible` when it begins to sound, `onquiet` when it is silent again for now,
 * `onproblem` when it stays text.
 */
export function listener(turn, stage, { onaudible, onquiet, onproblem }) {
  return {
    onaudible: () => {
      onaudible();
      stage.status('speaking');
    },
    onquiet: () => {
      onquiet();
      stage.status('answering');
    },
    onsentence: (index) => turn.line.speaking(index),
    onoff: (problem) => {
      stage.notice(problem.kind === 'voice-budget-spent' ? 'speechSpent' : 'voiceOff');
      onproblem(problem);
    },
  };
}
