package org.comity.evidence.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.comity.evidence.CustodyActs;
import org.comity.evidence.CustodyActs.Basis;
import org.comity.evidence.CustodyActs.Step;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Item;
import org.comity.proof.tree.MerkleTree;
import org.comity.sealing.letter.LettersForTests;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@Tag("long")
class CustodyLetterTest {

    private static final Words WORDS = WordsForTests.load();

    @BeforeAll
    static void veraPdf() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void vera_pdf_finds_no_failed_check(String language) throws Exception {
        byte[] pdf = pdf(language);
        for (var flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_2_U, PDFAFlavour.PDFUA_1}) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                assertThat(result.getTotalAssertions()).isPositive();
                assertThat(result.getFailedChecks()).as(flavour.toString()).isEmpty();
            }
        }
    }

    @Test
    void what_is_shared_comes_first_and_the_use_limit_stands_on_every_page() throws Exception {
        var record = SpecimenCustody.record();
        try (var document = Loader.loadPDF(pdf("en"))) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(
                            "Printed by o-7 at 1 March 2027 12:01:30 UTC",
                            record.manifest().plain().sha256());
            assertThat(text)
                    .doesNotContain("P. Osei")
                    .doesNotContainPattern("[a-z]+\\.[A-Z_]{4,}")
                    .contains("delivered by XB-1 to XA-1");
            assertThat(text.indexOf("1. What both sides share"))
                    .isPositive()
                    .isLessThan(text.indexOf("2. The holder's own record"));
            assertThat(text).contains("By request XA-2027-000004", "Trial of the sender (Case 4711)");
            assertThat(text.indexOf("What end to end means here")).isPositive();
            assertThat(text)
                    .contains("Line 103 of the log", "comity/XA-1/domestic", "The line is newer than the checkpoint");
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                assertThat(one.getText(document).replaceAll("\\s+", " "))
                        .as("page " + page)
                        .contains("has consented before")
                        .doesNotContain("40(19)");
            }
        }
    }

    @Test
    void what_the_item_was_called_and_for_whom_its_key_is_sealed_is_said() throws Exception {
        var parts = CustodyLetter.of(SpecimenCustody.record(), WORDS, Language.ENGLISH)
                .parts()
                .getFirst()
                .sections();
        assertThat(parts.get(1).paragraphs())
                .contains(
                        "Name: disk.img",
                        "Folder in which it lay: laboratory/desk",
                        "It was brought under this name, which cannot be kept as the name of a file: laboratory/desk:1/disk.img",
                        "Request: XA-2027-000004",
                        "Its key was sealed for XC-1 afterwards, to which it was released; manifest (SHA-256): "
                                + SpecimenCustody.ONWARD);
        assertThat(parts.get(3).paragraphs())
                .filteredOn(it -> it.contains("Manifest (SHA-256)"))
                .singleElement()
                .asString()
                .startsWith("4. 1 March 2027 12:01:10 UTC. Released to the node")
                .endsWith(SpecimenCustody.ONWARD);
    }

    /** What was found: the paper said that the root is computed again from it, and it was not. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void the_root_is_computed_again_from_what_is_printed(String language) throws Exception {
        var text = withoutFoot(pdf(language));
        var checkpoint = Pattern.compile("comity/XA-1/domestic\\s+(\\d+)\\s+(\\S{44})\\s")
                .matcher(text);
        assertThat(checkpoint.find()).as(text).isTrue();
        long size = Long.parseLong(checkpoint.group(1));
        byte[] root = Base64.getDecoder().decode(checkpoint.group(2));
        var lines = Pattern.compile("(\\{\"commitment\":[^}]+})([^{]+)").matcher(text);
        int proven = 0;
        while (lines.find()) {
            var hashed = lines.group(1).replaceAll("\\s", "");
            long n = Long.parseLong(hashed.replaceFirst(".*\"n\":(\\d+).*", "$1"));
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((byte) 0);
            byte[] leaf = sha256.digest(hashed.getBytes(UTF_8));
            var hashes = Pattern.compile("(?m)^\\s*([A-Za-z0-9+/]{43}=)\\s*$")
                    .matcher(lines.group(2))
                    .results()
                    .map(it -> Base64.getDecoder().decode(it.group(1)))
                    .toList();
            assertThat(hashes).as(lines.group(2)).first().isEqualTo(leaf);
            assertThat(MerkleTree.includes(root, size, leaf, n - 1, hashes.subList(1, hashes.size())))
                    .isTrue();
            proven++;
        }
        assertThat(proven).isEqualTo(2);
    }

    private static String withoutFoot(byte[] pdf) throws IOException {
        var text = new StringBuilder();
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                var above = new PDFTextStripperByArea();
                above.addRegion("above", new Rectangle(0, 0, 595, 768));
                above.extractRegions(page);
                text.append(above.getTextForRegion("above"));
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void every_kind_of_entry_and_state_has_its_words(String language) {
        for (var each : Event.values())
            assertThat(WORDS.has(language, "custody.what." + each))
                    .as(each.name())
                    .isTrue();
        for (var each : Item.State.values())
            assertThat(WORDS.has(language, "custody.item.state." + each)).isTrue();
        for (var each : CustodyActs.Step.values())
            assertThat(WORDS.has(language, "custody.shared." + each)).isTrue();
        for (var each : Basis.Kind.values())
            assertThat(WORDS.has(language, "custody.basis." + each)).isEqualTo(each != Basis.Kind.SEALED);
    }

    @Test
    void what_we_wrote_down_for_another_state_is_not_said_to_be_sealed_by_it() {
        var day = LocalDate.parse("2027-02-26");
        assertThat(shared(Step.DELIVERED_TO_US, Basis.SEALED)).hasSize(3);
        assertThat(shared(Step.DELIVERED_TO_US, new Basis(Basis.Kind.SAID, "bag", day)))
                .contains(
                        "1 March 2027: delivered by XB-1 to XA-1.",
                        "Said by XB-1: Letter or diplomatic bag, 26 February 2027. Written down by XA-1, not signed by XB-1.");
        assertThat(shared(Step.RELEASED, new Basis(Basis.Kind.NOT_LEFT, "", null)))
                .contains("By a letter of XB-1, which has not left yet: XA-1 has not been told by it.");
        assertThat(shared(Step.RELEASED, new Basis(Basis.Kind.NOT_POSTED, "", null)))
                .contains("By a letter of XB-1, which will not be posted: XA-1 is not told by it.");
        assertThat(shared(Step.RECEIVED_AND_MATCHED, new Basis(Basis.Kind.POSTED, "mail", day)))
                .contains("By a letter of XA-1, which left: E-mail, 26 February 2027.");
    }

    private static List<String> shared(Step step, Basis basis) {
        return CustodyLetter.of(SpecimenCustody.sharing(step, basis), WORDS, Language.ENGLISH)
                .parts()
                .getFirst()
                .sections()
                .get(2)
                .paragraphs();
    }

    private static byte[] pdf(String tag) {
        var language = Language.of(tag).orElseThrow();
        return LettersForTests.load().pdf(CustodyLetter.of(SpecimenCustody.record(), WORDS, language));
    }
}
