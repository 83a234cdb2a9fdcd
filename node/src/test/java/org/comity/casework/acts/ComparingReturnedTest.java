package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.casework.Officers;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.sealing.Letters.Section;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A second officer sees what changed since the act was returned, and the note that was written then. */
class ComparingReturnedTest extends Officers {

    private static final String WHY = "Name the offence.";

    @Autowired
    private ReturnedActRows rows;

    @Test
    void what_changed_stands_on_the_page_of_approval_until_it_is_sent() throws Exception {
        var again = returned("Forgery of documents, 301", Map.of());

        var tolva = page("second-officer", "/drafts/" + again.id() + "/approve", "en");
        assertThat(tolva)
                .contains("Since you last saw it", "You returned it.", WHY)
                .containsPattern("<del>[^<]*Fraud")
                .containsPattern("<ins>[^<]*Forgery");
        assertThat(page("lawyer", "/drafts/" + again.id() + "/approve", "en"))
                .contains("Since it was returned", official("tolva").name() + " gave it back.", WHY);
        assertThat(page("second-officer", "/drafts/" + again.id() + "/approve", "ar"))
                .contains("منذ أن اطلعت عليها آخر مرة", WHY);

        drafts.approve(again.id(), new Proof.Practice(), null, official("tolva"));
        assertThat(rows.of(again.id())).isEmpty();
        assertThat(page("second-officer", "/drafts/" + again.id() + "/approve", "en"))
                .doesNotContain(WHY);
    }

    @Test
    void that_nothing_changed_is_said_and_so_are_files() throws Exception {
        var same = returned("Fraud, 214", Map.of());
        assertThat(page("second-officer", "/drafts/" + same.id() + "/approve", "en"))
                .contains("Nothing in it has changed.");
        var more = returned("Fraud, 214", Map.of("order.pdf", new byte[] {1}));
        assertThat(page("second-officer", "/drafts/" + more.id() + "/approve", "en"))
                .contains("Files that are new, gone or another:", "order.pdf")
                .doesNotContain("Nothing in it has changed.");
    }

    @Test
    void what_its_author_took_back_still_answers_the_last_return_and_what_is_dropped_is_forgotten() {
        var again = returned("Forgery of documents, 301", Map.of());
        drafts.giveBack(again.id(), "", official("maren"));
        assertThat(rows.of(again.id()).orElseThrow().why()).isEqualTo(WHY);
        drafts.discard(again.id(), official("maren"));
        assertThat(rows.of(again.id())).isEmpty();
    }

    @Test
    void lines_that_stay_are_left_out_and_those_that_only_moved_are_not() {
        var before = List.of(new Section("a", List.of("1", "2")), new Section("b", List.of("x", "y")), part("c", "z"));
        var now = List.of(new Section("a", List.of("1", "3")), new Section("b", List.of("y", "x")), part("d", "w"));
        assertThat(ComparingReturned.changes(before, now))
                .containsExactly(
                        new SinceReturned.Change("a", List.of("2"), List.of("3")),
                        new SinceReturned.Change("b", List.of("x", "y"), List.of("y", "x")),
                        new SinceReturned.Change("d", List.of(), List.of("w")),
                        new SinceReturned.Change("c", List.of("z"), List.of()));
        assertThat(ComparingReturned.changes(before, before)).isEmpty();
    }

    private static Section part(String label, String line) {
        return new Section(label, List.of(line));
    }

    private Draft withFile(Draft draft, String name, Official by) {
        drafts.attach(draft.id(), name, "application/pdf", new byte[] {7}, by);
        return drafts.submit(draft.id(), drafts.get(draft.id()).version(), by);
    }

    /** Returned by the second officer, and submitted again with this offence and these files. */
    private Draft returned(String offence, Map<String, byte[]> files) {
        var maren = official("maren");
        var written = submitted("XD-1", ordinary());
        var first = withFile(drafts.giveBack(written.id(), "", maren), "list.pdf", maren);
        var back = drafts.giveBack(first.id(), WHY, official("tolva"));
        var body = new HashMap<>(back.body());
        body.put("offence", offence);
        var saved = drafts.save(back.id(), back.version(), body, back.facts(), maren);
        files.forEach((name, content) -> drafts.attach(saved.id(), name, "application/pdf", content, maren));
        return drafts.submit(saved.id(), drafts.get(saved.id()).version(), maren);
    }
}
