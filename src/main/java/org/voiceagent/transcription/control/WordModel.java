package org.voiceagent.transcription.control;

/** How likely a word follows others: what the knowledge base makes likely, half and half with general English. */
final class WordModel {

    private static final double DOMAIN_SHARE = 0.5;

    private final Vocabulary vocabulary;
    private final GeneralEnglish general;
    private final DomainNgrams domain;

    WordModel(Vocabulary vocabulary, GeneralEnglish general, DomainNgrams domain) {
        this.vocabulary = vocabulary;
        this.general = general;
        this.domain = domain;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    double probability(int word) {
        return mix(domain.probability(word), general.probability(word));
    }

    double probability(int before, int word) {
        return mix(domain.probability(before, word), general.probability(before, word));
    }

    double probability(int beforeThat, int before, int word) {
        return mix(domain.probability(beforeThat, before, word), general.probability(beforeThat, before, word));
    }

    private static double mix(double ofDomain, double ofGeneral) {
        return DOMAIN_SHARE * ofDomain + (1 - DOMAIN_SHARE) * ofGeneral;
    }
}
