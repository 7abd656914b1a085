/**
 * What the website says, and which piece of it answers a question.
 *
 * <p>The site's texts are documents in a folder (Markdown, HTML, PDF), split at their headings or pages: a passage is small
 * enough to be spoken and has an address a visitor can open. Everything is held in memory, so that no member of a cluster needs
 * a shared disk. Each looks at its own folder; a changed one becomes another index beside the one that answers, which is then
 * exchanged, never altered: who has begun with one ends with it. Its version is a digest of the passages, so members that know
 * the same say the same.
 *
 * <p>Documents are read as if they were hostile, by jsoup and PDFBox (Tika brings these and forty more that nobody asked for),
 * each within limits and on a thread that can be given up. One that breaks is told, and what it said before stays.
 *
 * <p>Pages of websites are fetched into the database, by one member for all, as hostile as documents are and from hosts that are
 * not ours: see {@code SiteFetching}. What fails is told, and what was known stays.
 *
 * <p>A question is compared with passages in two ways. By words: BM25, with stems and with synonyms of general English,
 * and the part of the question's information that a passage's words hold. By meaning: sentence vectors of a small
 * encoder made for searching, computed in plain Java, because the usual runtime is ninety megabytes of native libraries
 * that load once per server. The right passage comes first for 82 of 100 tuning questions by meaning alone and for 87 with
 * both. The model is a library of data only and may be left out of the WAR.
 *
 * <p>That holds of English. Passages in other languages are compared by words only, with Lucene's analysis of each; a language is an
 * index of its own, the visitor's is asked first, and the others as far as it leaves open whether there is an answer.
 *
 * <p>The best finding comes with the two sentences that fit the question best, any other with one. They are chosen here
 * because the vectors are here: what an engine without a model of its own says aloud is taken from them.
 *
 * <p>Relevance is a probability, not a score: the relevances of one question's passages add up to the probability that
 * the site answers it. Two passages that answer equally well have half of it each, so a threshold belongs on the sum.
 *
 * <p>A question's meaning takes about 50 ms of one core, more than a hundred times the rest of a turn. So what was found for
 * the latest questions is kept, and no more than half of the cores compute meanings; who comes when these are taken is
 * answered by words.
 *
 * <p>A question that was heard may have been worded in several ways. Each is searched for, and the relevances are averaged
 * by how likely a wording is and how likely the site answers it; see {@code Readings}.
 *
 * <p>Traps: vectors are computed after the start, in the background, and until then relevances are those of the search
 * by words, as of more sentences than are worth it they always are; a PDF is unpacked and counted before PDFBox may, which would
 * hold all of it; PDFBox would read the system's fonts, and log whatever it finds broken; a word the site never uses counts most against a passage, so function words missing from the list of stop
 * words do harm; Lucene finds its codecs through the thread's class loader, which is not the WAR's during a start.
 */
package org.voiceagent.knowledge;
