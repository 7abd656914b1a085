/**
 * The demo site: a made-up bicycle shop with a help centre, on which a newcomer tries the agent.
 *
 * <p>Its landing page is static; its help pages are rendered from the very Markdown entries that the agent answers from, so
 * that a source link opens the heading the answer rests on. Anchors come from the knowledge component for the same reason.
 *
 * <p>{@code voice.demo.enabled=false} closes all of it; production runs without it, and does not start with it.
 */
package org.voiceagent.demo;
