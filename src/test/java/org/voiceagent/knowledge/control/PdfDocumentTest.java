package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.knowledge.entity.Passage;

class PdfDocumentTest {

    private static final int MOST = 10;

    private static DocumentContents read(PdfFile file) throws IOException {
        return PdfDocument.read("Price List.pdf", file.bytes(), "help/", MOST);
    }

    @Test
    void each_page_is_a_passage_whose_address_opens_it() throws Exception {
        DocumentContents contents = read(new PdfFile()
                .titled("Prices", "en")
                .page(List.of("A tune-up costs forty", "pounds."))
                .heading("Workshop")
                .page(List.of("A rental bike costs twenty pounds."))
                .heading("Rental"));
        assertEquals("Prices", contents.title());
        assertEquals(Optional.of("en"), contents.language());
        assertEquals(
                List.of(
                        new Passage(
                                "price-list-pdf#page-1",
                                "Prices: Workshop",
                                "help/Price%20List.pdf#page=1",
                                "A tune-up costs forty pounds."),
                        new Passage(
                                "price-list-pdf#page-2",
                                "Prices: Rental",
                                "help/Price%20List.pdf#page=2",
                                "A rental bike costs twenty pounds.")),
                contents.passages());
    }

    @Test
    void without_an_outline_a_passage_is_called_by_its_page() throws Exception {
        DocumentContents contents = read(new PdfFile().page(List.of("Word broken at the li-", "ne.")));
        assertEquals("Price list pdf: page 1", contents.passages().get(0).title());
        assertEquals("Word broken at the line.", contents.passages().get(0).text());
    }

    @Test
    void an_encrypted_one_is_refused() throws Exception {
        byte[] bytes = new PdfFile().page(List.of("Secret.")).encrypted("user").bytes();
        DocumentRefused refused =
                assertThrows(DocumentRefused.class, () -> PdfDocument.read("a.pdf", bytes, "help/", MOST));
        assertEquals("is encrypted", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FlateDecode", "LZWDecode", "RunLengthDecode"})
    void one_that_unpacks_to_more_than_a_server_can_hold_is_refused(String filter) throws Exception {
        byte[] bytes = new PdfFile().bomb(20, COSName.getPDFName(filter)).bytes();
        assertTrue(bytes.length < 1 << 20);
        DocumentRefused refused =
                assertThrows(DocumentRefused.class, () -> PdfDocument.read("a.pdf", bytes, "help/", MOST));
        assertEquals("unpacks to more than 16 MB", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "ObjStm, true, FlateDecode",
        "ObjStm, true, RunLengthDecode",
        "ObjStm, true, ASCIIHexDecode FlateDecode",
        "ObjStm, true, FlateDecode Crypt",
        "Ob#6aStm, true, RunLengthDecode",
        "Other, true, RunLengthDecode",
        "ObjStm, false, FlateDecode"
    })
    void packed_objects_are_unpacked_only_where_they_are_small(String type, boolean whole, String filters)
            throws Exception {
        for (String separator : List.of("\n", " \r\n")) {
            byte[] small = PackedPdf.of(type, separator, whole, 1, filters.split(" "));
            assertEquals(
                    List.of(), PdfDocument.read("a.pdf", small, "help/", MOST).passages());
            byte[] large = PackedPdf.of(type, separator, whole, 20, filters.split(" "));
            DocumentRefused refused =
                    assertThrows(DocumentRefused.class, () -> PdfDocument.read("a.pdf", large, "help/", MOST));
            assertEquals("unpacks to more than 16 MB", refused.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RunLengthDecode", "ASCIIHexDecode FlateDecode"})
    void a_broken_one_whose_objects_are_packed_in_an_unusual_way_is_not_repaired(String filters) throws Exception {
        byte[] broken = PackedPdf.of("ObjStm", "\n", false, 1, filters.split(" "));
        assertThrows(IOException.class, () -> PdfDocument.read("a.pdf", broken, "help/", MOST));
    }

    @Test
    void what_was_packed_before_it_was_encrypted_is_counted_as_well() throws Exception {
        byte[] good = new PdfFile().page(List.of("Well said.")).encrypted("").bytes();
        assertEquals(
                "Well said.",
                PdfDocument.read("a.pdf", good, "help/", MOST).passages().get(0).text());
        byte[] bomb = new PdfFile().page(List.of("One.")).note(20).encrypted("").bytes();
        DocumentRefused refused =
                assertThrows(DocumentRefused.class, () -> PdfDocument.read("a.pdf", bomb, "help/", MOST));
        assertEquals("unpacks to more than 16 MB", refused.getMessage());
    }

    @Test
    void a_page_of_more_letters_than_any_has_is_refused() throws Exception {
        byte[] bytes = new PdfFile().page(List.of("a".repeat(100_001))).bytes();
        assertTrue(bytes.length < 1 << 20);
        DocumentRefused refused =
                assertThrows(DocumentRefused.class, () -> PdfDocument.read("a.pdf", bytes, "help/", MOST));
        assertEquals("has a page of more than 100000 letters", refused.getMessage());
    }

    @Test
    void too_many_pages_are_refused() throws Exception {
        PdfFile file = new PdfFile();
        for (int page = 0; page <= MOST; page++) {
            file.page(List.of("One."));
        }
        assertThrows(DocumentRefused.class, () -> read(file));
    }
}
