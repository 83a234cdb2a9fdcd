package org.comity.conference.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.comity.conference.session.ConferenceSession.Item;
import org.comity.conference.session.ConferenceSession.Paper;
import org.comity.conference.session.ConferenceSession.Placed;
import org.comity.site.AboutArticle;
import org.comity.site.PublicItem;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not for everybody is taken along by officials alone, under a label that says so. */
class PapersAboutArticleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final Official MAREN = new Official("maren", "Maren Tolva", "XA-1/o-7f3a", Set.of(Duty.LAWYER));

    private final PaperRows papers = mock();
    private final DecisionRows decisions = mock();
    private final SessionRows sessions = mock();
    private final PapersAboutArticle about = new PapersAboutArticle(papers, decisions, sessions);

    @BeforeEach
    void kept() {
        var open = paper(1, "24");
        var narrow = paper(2, "24(1)");
        when(papers.forEverybody()).thenReturn(List.of(open));
        when(papers.all()).thenReturn(List.of(open, narrow, paper(3, "42")));
        when(decisions.all()).thenReturn(List.of(decision("3/1", true), decision("3/2", false)));
    }

    @Test
    void officials_find_it_by_its_article_and_nobody_else_does() {
        assertThat(about.about("24", null)).isEmpty();
        assertThat(about.about("7", MAREN)).isEmpty();
        var found = about.about("24", MAREN);
        assertThat(found).extracting(AboutArticle.Section::name).containsExactly("documents", "decisions");
        assertThat(found.getFirst().items()).singleElement().satisfies(it -> {
            assertThat(it.title("en")).isEqualTo("CONF/PRAC/3/2 Draft");
            assertThat(it.label()).isEqualTo(TrafficLight.GREEN);
            assertThat(it.articles()).containsExactly("24");
        });
        assertThat(found.getLast().items())
                .singleElement()
                .satisfies(it -> assertThat(it.title("en")).isEqualTo("3/2 Model forms"));
    }

    /** An agenda is for whom its session is. */
    @Test
    void an_item_of_an_agenda_is_found_by_its_article() {
        when(sessions.aboutArticles()).thenReturn(List.of(placed("prac-3", true), placed("prac-4", false)));

        assertThat(about.about("53", null)).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("agenda");
            assertThat(it.items()).extracting(PublicItem::id).containsExactly("prac-3-2");
        });
        assertThat(about.about("53", MAREN).getFirst().items())
                .extracting(PublicItem::label)
                .containsExactly(TrafficLight.CLEAR, TrafficLight.GREEN);
        assertThat(about.about("54", MAREN)).isEmpty();
    }

    private static Placed placed(String session, boolean everybody) {
        return new Placed(
                new ConferenceSession(1, session, "Third session", "Averne", DAY, DAY, everybody, null),
                new Item(2, "Prevention", null, List.of("53(3)")));
    }

    private static Paper paper(long id, String article) {
        return new Paper(
                id, "prac-3", null, "CONF/PRAC/3/" + id, "Draft", "en", true, DAY, List.of(article), List.of());
    }

    private static Decision decision(String number, boolean everybody) {
        return new Decision(
                1,
                "prac-3",
                number,
                "Model forms",
                "Forms are made.",
                "consensus",
                "",
                DAY,
                everybody,
                List.of("24"),
                List.of(),
                List.of());
    }
}
