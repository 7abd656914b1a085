package org.voiceagent.knowledge.control;

/**
 * One Markdown document of the knowledge folder.
 *
 * @param slug its file name without the extension, as it stands in addresses
 */
record Entry(String slug, String markdown) {}
