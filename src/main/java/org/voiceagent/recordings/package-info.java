/**
 * The room for the audio of visitors who agreed to be recorded: a folder or an S3-compatible store.
 *
 * <p>It is to observe events like insight does, never on the turn's path, with a retention of its own.
 */
package org.voiceagent.recordings;
