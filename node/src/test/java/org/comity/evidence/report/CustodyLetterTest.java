package org.comity.evidence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.evidence.CustodyActs;
import org.comity.evidence.CustodyActs.Basis;
import org.comity.evidence.CustodyActs.Step;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Item;
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
                    .contains("Line 101 of the log", "comity/XA-1/domestic", "The line is newer than the checkpoint");
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
                .contains("By a letter of XA-1, which left: Mail, 26 February 2027.");
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
