package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.comity.paper.LetterSettings.Signatory;
import org.comity.sealing.OfficialLetter;
import org.comity.sealing.letter.LettersForTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who signs, and what of the State's own stands in place of our form; each fault names its key. */
class LetterSettingsTest {

    @TempDir
    Path folder;

    @Test
    void a_style_fetches_nothing_and_a_document_is_a_docx() throws IOException {
        wrong(Files.writeString(folder.resolve("a.css"), "@import 'other.css';"), null, "node.letters.style");
        wrong(
                Files.writeString(folder.resolve("b.css"), "p { background: url( http://192.0.2.1/x) }"),
                null,
                "fetches");
        wrong(Files.write(folder.resolve("c.css"), new byte[(64 << 10) + 1]), null, "larger than 64 KB");
        wrong(folder.resolve("none.css"), null, "cannot be read");
        wrong(null, Files.writeString(folder.resolve("d.docx"), "no document"), "node.letters.document");

        var style = Files.writeString(folder.resolve("e.css"), ".head { background: url(data:image/png;base64,AA) }");
        assertThat(new LetterSettings(Map.of(), style, null).template().style()).contains("background");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LetterSettings(
                        Map.of("contact-point", new Signatory("x".repeat(201), Map.of())), null, null))
                .withMessageContaining("node.letters.signatories.contact-point");
    }

    @Test
    void who_signs_is_said_by_function_and_left_open_where_it_is_not() {
        var settings = new LetterSettings(Map.of("contact-point", new Signatory("R. Tolva", Map.of())), null, null);

        assertThat(settings.signatory("contact-point").name()).isEqualTo("R. Tolva");
        assertThat(settings.signatory("central-authority").name()).isEmpty();
        assertThat(settings.template()).isEqualTo(OfficialLetter.Template.OURS);
    }

    /** The State's own letterhead stands, ours is left out, and the letter follows; the PDF takes the State's rules. */
    @Tag("long")
    @Test
    void a_national_document_and_style_stand_in_place_of_ours() throws Exception {
        var document = Files.write(folder.resolve("own.docx"), letterhead("MINISTRY OF JUSTICE, ROOM 7"));
        var style = Files.writeString(folder.resolve("own.css"), ".part { font-weight: 700 }");
        var letter = new SpecimenLetters("en").preservation("uncc/2");
        var own = new OfficialLetter(
                letter.title(),
                letter.reference(),
                letter.parts(),
                new LetterSettings(Map.of(), style, document).template());

        try (var read =
                new XWPFDocument(new ByteArrayInputStream(LettersForTests.load().docx(own)))) {
            assertThat(read.getParagraphs().stream().map(XWPFParagraph::getText))
                    .contains("MINISTRY OF JUSTICE, ROOM 7", letter.title());
            assertThat(read.getTables().stream().map(XWPFTable::getText))
                    .isNotEmpty()
                    .noneMatch(it -> it.contains("contact@xa.example"));
        }
        var ours = LettersForTests.load().pdf(letter);
        var theirs = LettersForTests.load().pdf(own);
        org.comity.sealing.letter.ValidPdf.pdfA(theirs);
        assertThat(theirs).isNotEqualTo(ours);
        assertThat(headers(LettersForTests.practice().docx(own))).contains("PRACTICE: made-up States, no real case");
    }

    private static String headers(byte[] docx) throws Exception {
        try (var read = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return String.join(
                    "\n", read.getHeaderList().stream().map(it -> it.getText()).toList());
        }
    }

    private static byte[] letterhead(String line) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(line);
            document.write(out);
        }
        return out.toByteArray();
    }

    private static void wrong(Path style, Path document, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LetterSettings(Map.of(), style, document))
                .withMessageContaining(said);
    }
}
