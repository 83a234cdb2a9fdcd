package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.casework.Drafts;
import org.comity.directory.ListedAsProvider;
import org.comity.identity.Approvals.Proof;
import org.comity.identity.Officials;
import org.comity.procedure.ActForms;
import org.comity.procedure.Draft;
import org.comity.procedure.Link;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.form.GivenAct;
import org.comity.thread.Threads;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Tells a story between us and a State, or a provider, without a node: our officers write and approve our acts, a test brings the others. */
@TestComponent
public class TellingStories {

    private static final boolean FULL = Boolean.getBoolean("comity.full");

    private final Procedures procedures;
    private final Drafts drafts;
    private final Requests requests;
    private final Threads threads;
    private final Officials officials;
    private final Clock clock;

    TellingStories(
            Procedures procedures,
            Drafts drafts,
            Requests requests,
            Threads threads,
            Officials officials,
            Clock clock) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.requests = requests;
        this.threads = threads;
        this.officials = officials;
        this.clock = clock;
    }

    /**
     * Each story on one node, told from one side or the other in turns; from both with {@code --full}.
     *
     * @param only their names, as a test is to play some alone
     * @param turn 0 or 1: another channel tells each from the other side
     */
    public static Stream<Arguments> fromASide(Pattern only, int turn) {
        var stories = StoryOfActs.onOneNode();
        var sides = List.of(Role.REQUESTING, Role.REQUESTED);
        return IntStream.range(0, stories.size())
                .boxed()
                .flatMap(n -> sides.stream()
                        .filter(ours -> !stories.get(n).toProvider() || ours == Role.REQUESTING)
                        .filter(ours -> FULL || stories.get(n).toProvider() || sides.indexOf(ours) == (n + turn) % 2)
                        .filter(_ -> only.matcher(stories.get(n).toString()).find())
                        .map(ours -> Arguments.of(stories.get(n), ours)));
    }

    /** How the other State speaks, and what is done with what we said. */
    public interface Teller {

        /** @return the reference under which what they began is kept */
        String theyBegin(String procedure, WholeAct act, MultiValueMap<String, String> form) throws Exception;

        void theySay(RequestRow row, String type, MultiValueMap<String, String> form) throws Exception;

        /** @param act its id */
        void weSaid(RequestRow row, String type, String act) throws Exception;

        /** An item that whoever delivers holds. */
        String item(RequestRow row) throws Exception;
    }

    /** Plays it to its end, which must be one of those that it names; a preservation is followed where one has to be. */
    public RequestRow tell(StoryOfActs story, Role ours, Supplier<String> preserved, Teller teller) throws Exception {
        return story.toProvider()
                ? ListedAsProvider.during("XD-1", () -> told(story, ours, preserved, teller))
                : told(story, ours, preserved, teller);
    }

    private RequestRow told(StoryOfActs story, Role ours, Supplier<String> preserved, Teller teller) throws Exception {
        RequestRow row = null;
        var acts = new HashMap<String, String>();
        for (var step : story.acts()) {
            var said = step.getFirst();
            var act = with(row, said.whole(story.procedure(), clock.instant(), acts::get), teller);
            var speaks = said.requesting() ? Role.REQUESTING : Role.REQUESTED;
            if (speaks == ours) {
                var sent = row == null
                        ? begun(story.procedure(), said.type(), ours, act, preserved)
                        : went(row, said, act);
                row = now(Objects.requireNonNull(sent.reference()));
                teller.weSaid(row, said.type(), Objects.requireNonNull(sent.act()));
            } else if (row == null) {
                var form = form(story.procedure(), said.type(), act, null);
                row = now(teller.theyBegin(story.procedure(), act, form));
            } else {
                teller.theySay(row, said.type(), form(story.procedure(), said.type(), act, row));
            }
            row = now(row.reference());
            acts.put(said.type(), newest(row, said.type()));
        }
        assertThat(Objects.requireNonNull(row).state()).as("%s", story).isIn(story.ends());
        return row;
    }

    /** What was said last, which must have had effect. */
    private String newest(RequestRow row, String type) {
        var newest = threads.newest(row.thread()).getLast();
        assertThat(newest.envelope().type()).isEqualTo(type);
        assertThat(newest.effect()).as(type).isEqualTo("effective");
        return newest.id();
    }

    /** Items are those that lie here, and what was found in them nobody types. */
    private static WholeAct with(@Nullable RequestRow row, WholeAct act, Teller teller) throws Exception {
        if (row == null) return act;
        var body = new LinkedHashMap<>(act.body());
        body.remove("found");
        if (body.get("items") instanceof List<?>) body.put("items", List.of(teller.item(row)));
        return new WholeAct(body, act.facts());
    }

    private Draft begun(String procedure, String type, Role role, WholeAct act, Supplier<String> preserved) {
        var known = procedures.of(procedure);
        var given = new LinkedHashMap<String, Object>(act.facts());
        boolean follows = known.following().filter(it -> it.always()).isPresent();
        if (follows) given.put(Link.FACT, preserved.get());
        var body = known.filling().body(type, act.body());
        var facts = known.composition().facts(body, known.filling().facts(type, given, null));
        return sent(drafts.start(procedure, type, role, "XD-1", null, body, maren()), body, facts);
    }

    private Draft went(RequestRow row, StoryOfActs.Said said, WholeAct act) {
        var filling = procedures.of(row.procedure()).filling();
        var filled = filling.step(row, said.type(), act.body(), Map.copyOf(act.facts()), maren());
        var draft = drafts.start(
                row.procedure(), said.type(), row.ourRole(), row.counterpart(), row.thread(), filled.body(), maren());
        return sent(draft, filled.body(), filled.facts());
    }

    /** By the lawyer, who speaks for the central authority where it has to be one of two. */
    private Draft sent(Draft begun, Map<String, Object> body, Map<String, String> facts) {
        var saved = drafts.save(begun.id(), begun.version(), body, facts, maren());
        drafts.submit(saved.id(), saved.version(), maren());
        return drafts.approve(
                saved.id(), new Proof.Practice(), null, officials.find("okell").orElseThrow());
    }

    /** What a form posts that shows what ours do: a field that it does not show says nothing. */
    private MultiValueMap<String, String> form(String procedure, String type, WholeAct act, @Nullable RequestRow row) {
        var known = procedures.of(procedure);
        var file = PracticeFiles.file(procedure);
        var all = new LinkedHashMap<>(act.body());
        all.putAll(act.facts());
        var fields = file.fields(type).stream().map(it -> it.asked()).toList();
        var form = new LinkedMultiValueMap<String, String>();
        var posted = GivenAct.form(all, fields);
        for (var shown : known.forms().fields(type, row, Language.ENGLISH)) {
            posted.forEach((key, values) -> {
                if (key.equals(shown.key()) || key.startsWith(shown.key() + ".")) form.put(key, values);
            });
            if (shown.kind() == ActForms.Kind.DAY && form.getFirst(shown.key()) instanceof String moment) {
                form.set(shown.key(), moment.substring(0, "yyyy-mm-dd".length()));
            }
            if (shown.kind() == ActForms.Kind.LINES && all.get(shown.key()) instanceof List<?> lines) {
                form.set(shown.key(), lines.stream().map(TellingStories::line).collect(Collectors.joining("\n")));
            }
        }
        return form;
    }

    private static String line(Object said) {
        return said instanceof Map<?, ?> columns ? String.valueOf(columns.get("value")) : String.valueOf(said);
    }

    private RequestRow now(String reference) {
        return Optional.of(reference).flatMap(requests::find).orElseThrow();
    }

    private Official maren() {
        return officials.find("maren").orElseThrow();
    }
}
