/**
 * The widget as websites load it: joined at package time, served from this application.
 *
 * <p>Why a servlet and not the server's own file serving: the same files have two addresses. The one that always is the newest
 * ({@code /voice-agent/voice-agent.js}) is asked for anew each time. The one of a release
 * ({@code /voice-agent/<release>/voice-agent.js}) never changes, may be kept for ever, and is what a page pins by its
 * integrity hash; it is named by a hash of all files, the audio worklet and the texts included, which no integrity attribute
 * can cover. Files are compressed once, at the start: not every server compresses, and the widget promises its size.
 *
 * <p>A page that pins a release would break at the next update of the application. {@code voice.widget.archive} is a folder
 * where releases are kept and found again; several servers may share it.
 */
package org.voiceagent.widget;
