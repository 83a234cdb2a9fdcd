package org.comity.casework.offices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.casework.Officers;
import org.comity.database.CountedStatements;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An office asks the database as often for many requests as for one. */
class OfficeDeskReadTest extends Officers {

    @Autowired
    private OfficeDesk desk;

    @Autowired
    private OfficeRows offices;

    @Autowired
    private PassageRows passages;

    @Autowired
    private OfficeCard card;

    private String office;
    private Official norel;

    @BeforeEach
    void an_office_of_one() {
        office = "o" + UUID.randomUUID().toString().substring(0, 8);
        norel = official("norel");
        offices.put(new Office(
                office,
                Map.of("en", office, "ar", office),
                List.of("preservation"),
                List.of(),
                List.of(),
                List.of(),
                LocalDate.parse("2027-03-01"),
                false));
        offices.members(office, List.of(norel.id()));
    }

    @Test
    void many_requests_are_read_with_the_statements_of_one() {
        var first = passedOn();
        int list = CountedStatements.of("cooperation", () -> desk.mine(norel));
        int page = CountedStatements.of("cooperation", () -> open(first));
        for (int i = 0; i < 5; i++) passedOn();

        assertThat(desk.mine(norel)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(CountedStatements.of("cooperation", () -> desk.mine(norel)))
                .isEqualTo(list)
                .isBetween(1, 4);
        assertThat(CountedStatements.of("cooperation", () -> open(first))).isEqualTo(page);
    }

    /** Beside the request nobody chooses: neither whom it fits nor the words of the request are read for it. */
    @Test
    void the_card_of_a_request_asks_for_its_offices_and_its_passages_and_nothing_else() {
        var row = requests.find(passedOn()).orElseThrow();

        assertThat(CountedStatements.of(
                        "cooperation",
                        () -> assertThat(card.beside(row, official("maren"))).isPresent()))
                .isEqualTo(2);
        assertThat(CountedStatements.of("thread", () -> card.beside(row, official("maren"))))
                .isZero();
    }

    @Test
    void one_request_is_read_alone() {
        var mine = passedOn();
        passages.end(passages.of(thread(mine)).getFirst().id(), Passage.End.DONE, "Kept.", "norel", Instant.now());

        refused("request.unknown", () -> open(mine));
        refused("request.unknown", () -> open(sent("XD-1", emergency(), "maren").reference()));
    }

    private void open(String reference) {
        assertThat(desk.view(reference, "", FormProblems.NONE, norel, java.util.Locale.ENGLISH)
                        .line()
                        .row()
                        .reference())
                .isEqualTo(reference);
    }

    private String passedOn() {
        var reference = preserved(70);
        passages.pass(thread(reference), office, "Keep it.", null, "maren", Instant.parse("2027-03-01T12:00:00Z"));
        return reference;
    }

    private String thread(String reference) {
        return requests.find(reference).orElseThrow().thread();
    }
}
