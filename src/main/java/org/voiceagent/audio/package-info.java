/**
 * Sound as bytes and as samples: what a visitor's browser uploads, and what engines take and make.
 *
 * <p>Uploads come from strangers, so nothing here believes a header. What a file is, its first bytes tell, never its
 * name or content type. Lengths it claims only ever shorten a read; memory is taken by the bytes that are there and by
 * the longest duration the caller allows, because a few kilobytes of Opus can claim hours of sound. Reading stops at
 * that duration, and every step of every reader consumes input, so that no input makes it loop.
 *
 * <p>WAV, and Opus in WebM or Ogg, are read by own code: browsers record nothing else but MP4, the formats are small,
 * and the general-purpose libraries for them are native, unmaintained, or read files only. Decoding Opus itself is left
 * to concentus; it was written for well-formed packets, so whatever it throws means the packet was broken.
 *
 * <p>A leaf: its exceptions are plain, and the boundary that read the upload turns them into problems. Samples are mono
 * and 16 bit throughout, since every engine takes that, and whoever records speech for them in stereo records it twice.
 *
 * <p>Traps: a length of 0 or 0xFFFFFFFF in a WAV header means "still being written". WebM clusters of live recordings
 * have no length at all. An Ogg page's checksum is not checked, as the transport has done that already and players do
 * not insist. "Speech" is meant generously here: a wrong yes costs one model call, a wrong no costs a visitor.
 */
package org.voiceagent.audio;
