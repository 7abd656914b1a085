package org.voiceagent.speech.entity;

/** How speech leaves an engine. */
public enum SpeechFormat {
    /** Raw samples: mono, signed 16 bit, little endian, no header. */
    PCM,
    MP3
}
