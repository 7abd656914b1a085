/**
 * Words the response to a question, from what the site says.
 *
 * <p>The response is spoken while it is still being written, so a model must write for the ear, in one to three
 * sentences, and must not say what no passage says. It marks the passages it used as {@code [1]}; the marks become the
 * sources a visitor sees and never reach the voice.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Passages and question are data between delimiters that neither can contain, and neither can what was said before:
 *       angle brackets in them are replaced by look-alikes, roles of other models' templates too. A model may still be
 *       talked into things; this only denies it the easy way. What must not leak is therefore not in the prompt.
 *   <li>The instructions are the site's, from a file, and no secret; that they are not recited is a matter of looks. They
 *       are known by words in a row and not by a word of their own hidden in them, since a model leaves that out.
 *   <li>What has no room in the prompt is left out as a whole, turns before passages: half a passage is another fact.
 *   <li>Off-topic is what the embedded engine would not even ask back about, by the same calibrated relevances: no second
 *       threshold, no model that is asked whether to ask a model.
 *   <li>The instructions come first and change once a day, the passages last: an upstream's prompt cache then serves the
 *       beginning of each call.
 *   <li>Once the model has said why it finished, the response is complete, whatever happens to the connection then: the
 *       usage that should follow is estimated (four characters a token) if it does not come.
 *   <li>Reasoning models take {@code max_completion_tokens} and no temperature, compatible servers often know only
 *       {@code max_tokens}. The model's name decides. Reasoning counts as output: give such a model a higher limit.
 * </ul>
 *
 * <p>Trap: while an engine waits for the upstream to begin there is no stream to close yet; interrupt the thread.
 */
package org.voiceagent.answer;
