package org.voiceagent.transcription.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The shop, open from 9:30 - 18:00.   | the shop open from nine thirty eighteen",
                "An e-bike costs £39.50 or 40 pounds | an e bike costs thirty nine pounds fifty or forty pounds",
                "the 24th of December, the 2nd, the 30th | the twenty fourth of december the second the thirtieth",
                "1,500 kilograms and 2.5 metres      | one thousand five hundred kilograms and two point five metres",
                "call 0123                           | call zero one two three",
                "10% off in a café; it’s there       | ten percent off in a cafe it's there",
                "120 people                          | one hundred and twenty people",
            })
    void texts_are_said_without_digits_and_punctuation(String text, String words) {
        assertEquals(List.of(words.strip().split(" ")), SpokenWords.of(text));
    }
}
