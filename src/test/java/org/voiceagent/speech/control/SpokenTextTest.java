package org.voiceagent.speech.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It costs £25.               | It costs 25 pounds.
            It costs € 12.50.           | It costs 12 euros and 50 cents.
            It costs 12,50 € today.     | It costs 12 euros and 50 cents today.
            It costs $5 or $1.          | It costs 5 dollars or 1 dollar.
            It costs £1,250.00 a year.  | It costs 1250 pounds a year.
            It costs £0.50, not £0.01.  | It costs 50 pence, not 1 penny.
            We raised £2.5m.            | We raised 2.5 million pounds.
            It costs £25-£30.           | It costs 25 to 30 pounds.
            It costs £25–30.            | It costs 25 to 30 pounds.
            It costs 25 EUR.            | It costs 25 euros.
            """)
    void prices(String text, String spoken) {
        assertEquals(spoken, SpokenText.of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Open at 9:30.                | Open at 9 30.
            Open at 9:05.                | Open at 9 oh 5.
            Open at 9.30, not 9.30 km.   | Open at 9 30, not 9.30 kilometres.
            Close at 18:00.              | Close at 6 pee em.
            Close at 17:45 today.        | Close at 5 45 pee em today.
            Open 9:30-17:45.             | Open 9 30 to 5 45 pee em.
            Open 9:00 – 12:00.           | Open 9 o'clock to 12 o'clock.
            From 9am-5pm or 9 a.m. on.   | From 9 ay em to 5 pee em or 9 ay em on.
            At 0:15 and 10:30 pm.        | At 12 15 ay em and 10 30 pee em.
            Open Mon-Fri, Sat–Sun.       | Open Monday to Friday, Saturday to Sunday.
            Open Monday–Friday.          | Open Monday to Friday.
            She sat in the sun on Wed.   | She sat in the sun on Wednesday
            On 24 December we rest.      | On the 24th of December we rest.
            On the 3rd of May 2025.      | On the 3rd of May 2025.
            On December 24, 2025.        | On December 24th, 2025.
            On 2025-12-01.               | On the 1st of December 2025.
            On 24/12/2025 or 24.12.2025. | On the 24th of December 2025 or the 24th of December 2025.
            On 12/24/2025.               | On the 24th of December 2025.
            May 2025 is free.            | May 2025 is free.
            """)
    void times_and_dates(String text, String spoken) {
        assertEquals(spoken, SpokenText.of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It is 3.5 km or 25km away.   | It is 3.5 kilometres or 25 kilometres away.
            Up to 25 km/h, 1 km.         | Up to 25 kilometres per hour, 1 kilometre.
            A 250 W motor, 500 Wh, 36V.  | A 250 watts motor, 500 watt hours, 36 volts.
            It is 20°C, that is 68 °F.   | It is 20 degrees Celsius, that is 68 degrees Fahrenheit.
            It takes 2-3 h or 90 min.    | It takes 2 to 3 hours or 90 minutes.
            For 10–12 people.            | For 10 to 12 people.
            Save 10% or 2.5 %.           | Save 10 percent or 2.5 percent.
            Open 24/7, ½ hour, 3/4 full. | Open 24 7, one half hour, three quarters full.
            1,500 bikes, 1,299.99 m.     | 1,500 bikes, 1299.99 metres.
            We are 5 m from it, I'm 3m.  | We are 5 metres from it, I am 3 metres.
            Number 007 of 1234567890123. | Number 0 0 7 of 1 2 3 4 5 6 7 8 9 0 1 2 3.
            """)
    void numbers_and_measures(String text, String spoken) {
        assertEquals(spoken, SpokenText.of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Call +44 20 7946 0123 now.   | Call plus 4 4, 2 0, 7 9 4 6, 0 1 2 3 now.
            Call 01632 960123.           | Call 0 1 6 3 2, 9 6 0 1 2 3.
            Call (555) 010-9999.         | Call 5 5 5, 0 1 0, 9 9 9 9.
            Call 0800 123 456.           | Call 0 8 0 0, 1 2 3, 4 5 6.
            Call 555-010-9999.           | Call 5 5 5, 0 1 0, 9 9 9 9.
            """)
    void telephone_numbers(String text, String spoken) {
        assertEquals(spoken, SpokenText.of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            See https://www.example.org/rental?x=1#y. Bye.   | See example dot org. Bye.
            See https://example.org.                         | See example dot org.
            See (www.bike-shop.example/a/b), or example.com. | See (bike dash shop dot example), or example dot com.
            Write to first.last_x@mail.example.org.          | Write to first dot last underscore x at mail dot example dot org.
            The end.It goes on                               | The end.It goes on
            """)
    void addresses(String text, String spoken) {
        assertEquals(spoken, SpokenText.of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tools, e.g. pumps, i.e. air, etc.        | Tools, for example pumps, that is air, et cetera
            No. 5 of approx. 7, max. 3, order #123.  | number 5 of approximately 7, at most 3, order number 123.
            No. We do not.                           | No. We do not.
            You & me and/or bikes/trikes.            | You and me and or bikes or trikes.
            I'm sure they've got it, we’ll see.      | I am sure they have got it, we will see.
            That's Tom's, it's his, I'd say.         | That is Tom's, it's his, I would say.
            The UK FAQ, two IDs and a TV.            | The U K F ay Q, two I D's and a TV.
            Do it—now – or never… OK?                | Do it, now, or never... okay?
            An e-bike “for you” 😀 and 中文.          | An e-bike for you and.
            """)
    void words_and_signs(String text, String spoken) {
        assertEquals(spoken, SpokenText.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "😀", "中文。", "...", "— –", "\u0000\uFFFF"})
    void what_cannot_be_spoken_is_nothing(String text) {
        assertEquals("", SpokenText.of(text));
    }

    @Test
    void the_plain_text_has_words_and_digits_only() {
        assertEquals("On 2 4 1 2 2 0 2 5, 5 0 it's on!", SpokenText.plain("On 24/12/2025, 5.0 <it's> on!"));
    }
}
