package org.voiceagent.knowledge.entity;

/**
 * What is wrong with a page or a sitemap.
 *
 * @param url of it; may be cut short
 * @param problem a sentence
 */
public record FetchProblem(String url, String problem) {}
