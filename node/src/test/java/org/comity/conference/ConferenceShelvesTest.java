package org.comity.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.conference.PublicPapers.PublicChange;
import org.comity.conference.PublicPapers.PublicDecision;
import org.comity.conference.PublicPapers.PublicDocument;
import org.comity.conference.PublicPapers.PublicFile;
import org.comity.conference.PublicPapers.PublicFollowUp;
import org.comity.conference.PublicTexts.PublicParagraph;
import org.comity.conference.PublicTexts.PublicText;
import org.comity.site.PublicItem;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;

/** What the public site shows of the Conference: decisions with what becomes of them, and texts without anybody's comment. */
class ConferenceShelvesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @Test
    void a_decision_says_what_who_and_where_it_stands() {
        var decision = new PublicDecision(
                "3/1",
                "Model forms",
                "The Secretariat makes model forms.",
                "consensus",
                DAY,
                List.of("37", "42(3)", "42"),
                List.of(
                        new PublicFollowUp("4", "Six languages", "SECRETARIAT", "open", LocalDate.of(2026, 11, 1)),
                        new PublicFollowUp("5", "A focal point", "XB", "done", null)),
                List.of(new PublicChange("corrected", LocalDate.of(2026, 10, 3), "Two words were left out.")));

        var item = new DecisionsShelf(papers(decision), WordsForTests.load())
                .items()
                .getFirst();

        assertThat(item.id()).isEqualTo("3-1");
        assertThat(item.articles()).containsExactly("37", "42");
        assertThat(item.title("ar")).isEqualTo("3/1 Model forms");
        assertThat(said(item, "conference.taken", "ar")).containsExactly("بتوافق الآراء");
        assertThat(said(item, "conference.changed", "en"))
                .containsExactly("Corrected on 3 Oct 2026. Reason: Two words were left out.");
        assertThat(said(item, "conference.follow-up", "en"))
                .containsExactly("Six languages\nSecretariat: open\nby 1 Nov 2026", "A focal point\nXB: done");
    }

    @Test
    void a_text_says_its_version_its_status_and_its_paragraphs() {
        var text = new PublicText(
                "model-order",
                "Model order",
                "en",
                2,
                DAY,
                "ad-referendum",
                List.of(new PublicParagraph(1, "First.", "agreed"), new PublicParagraph(2, "Second.", "open")));

        var item = new TextsShelf(() -> List.of(text), WordsForTests.load())
                .items()
                .getFirst();

        assertThat(item.id()).isEqualTo("model-order");
        assertThat(said(item, "public.texts.version", "en")).containsExactly("2");
        assertThat(said(item, "texts.status", "en")).containsExactly("Agreed ad referendum");
        assertThat(said(item, "texts.words", "ar")).containsExactly("1. First.\n2. Second.");
    }

    private static List<String> said(PublicItem item, String label, String language) {
        return item.parts().stream()
                .filter(it -> it.label().equals(label))
                .map(it -> it.in(language))
                .toList();
    }

    @Test
    void a_document_stands_with_a_file_of_each_language_that_is_there_and_with_no_other() {
        var shelf = new DocumentsShelf(
                papers(
                        List.of(new PublicDocument(
                                7,
                                "CONF/3/1",
                                "Provisional agenda",
                                "en",
                                DAY,
                                List.of("24"),
                                List.of(new PublicFile("en", "application/pdf", 3_000, "0".repeat(64))),
                                List.of("ar", "fr"))),
                        List.of()),
                WordsForTests.load());

        var item = shelf.items().getFirst();
        assertThat(item.title("ar")).isEqualTo("CONF/3/1 Provisional agenda");
        assertThat(item.day()).isEqualTo(DAY);
        assertThat(item.articles()).containsExactly("24");
        assertThat(said(item, "public.documents.languages", "en")).containsExactly("English");
        assertThat(said(item, "public.documents.missing", "en")).containsExactly("Arabic, French");
        assertThat(shelf.files(item.id())).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("en.pdf");
            assertThat(it.title("en")).isEqualTo("English");
        });
        assertThat(shelf.content(item.id(), "en.pdf")).contains(new byte[] {7});
        assertThat(shelf.content(item.id(), "fr.pdf")).isEmpty();
        assertThat(shelf.content("8", "en.pdf")).isEmpty();
        assertThat(shelf.files("8")).isEmpty();
    }

    private static PublicPapers papers(PublicDecision decision) {
        return papers(List.of(), List.of(decision));
    }

    private static PublicPapers papers(List<PublicDocument> documents, List<PublicDecision> decisions) {
        return new PublicPapers() {
            @Override
            public List<PublicDocument> documents() {
                return documents;
            }

            @Override
            public Optional<byte[]> file(long document, String language) {
                return document == 7 && language.equals("en") ? Optional.of(new byte[] {7}) : Optional.empty();
            }

            @Override
            public List<PublicDecision> decisions() {
                return decisions;
            }
        };
    }
}
