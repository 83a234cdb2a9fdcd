package org.comity.casework.joint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.joint.JointViews.Clause;
import org.comity.casework.joint.JointViews.Item;
import org.comity.casework.joint.JointViews.Meeting;
import org.comity.casework.joint.JointViews.Said;
import org.comity.casework.joint.JointViews.Standing;
import org.comity.casework.joint.JointViews.TextView;
import org.comity.procedure.ActField;
import org.comity.procedure.field.DescribingEarlierAct;
import org.comity.procedure.file.JointProcedure;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.table.JointState;
import org.comity.sealing.Letters.Section;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.JointThreads.KeptAct;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the acts of a joint thread how its agreement stands: the text clause by clause, who approved it and answered
 * what, teams, meetings, evidence by item and party, and what remains with whom.
 *
 * @param names of participants in the reader's language
 */
record AgreementCards(
        JointProcedure procedure,
        Joint joint,
        List<KeptAct> acts,
        UnaryOperator<String> names,
        Words words,
        Language language) {

    private static final Set<String> WHOLE = Set.of("name-team", "remains");

    /** The text that not all have approved; null while there is none. */
    @Nullable
    TextView open() {
        return text("draft", "approve");
    }

    /** The text that all have approved. */
    @Nullable
    TextView agreed() {
        return text("text", "");
    }

    @Nullable
    TextView renewal() {
        return text("renewal", "approve-renewal");
    }

    /** @param approves type of act by which every party approves it; empty of what is agreed */
    private @Nullable TextView text(String field, String approves) {
        var state = joint.state();
        var act = named(field);
        if (state == null || act.isEmpty()) return null;
        var agreed = approves.equals("approve") ? named("text") : Optional.<KeptAct>empty();
        var before = new LinkedHashMap<String, List<String>>();
        agreed.ifPresent(it -> sections(it).forEach(each -> before.put(each.label(), each.paragraphs())));
        var sections = approves.isEmpty() ? prolonged(act.get(), before) : sections(act.get());
        var clauses = sections.stream()
                .map(it -> new Clause(
                        it.label(),
                        it.paragraphs(),
                        it.paragraphs().equals(before.get(it.label()))
                                ? List.of()
                                : before.getOrDefault(it.label(), List.of()),
                        approves.isEmpty() ? List.of() : answers(act.get(), it.label())))
                .toList();
        return new TextView(
                Objects.requireNonNull(act.get().entry()).entry().n(),
                names.apply(act.get().speaker()),
                clauses,
                approves.isEmpty()
                        ? List.of()
                        : said(state, approves, act.get().envelope().id()));
    }

    /** The agreed text with the later end that all approved; what stood there before goes beside it. */
    private List<Section> prolonged(KeptAct act, Map<String, List<String>> before) {
        var facts = new TreeMap<>(act.envelope().facts());
        var until = Objects.requireNonNull(joint.state()).table().get("until");
        if (!(until instanceof String end) || end.isEmpty() || end.equals(facts.put("until", end)))
            return sections(act);
        sections(act).forEach(it -> before.put(it.label(), it.paragraphs()));
        return sections(act, facts);
    }

    private Optional<KeptAct> named(String field) {
        return joint.state() != null && joint.state().table().get(field) instanceof String id && !id.isEmpty()
                ? acts.stream()
                        .filter(it -> it.entry() != null && it.envelope().id().equals(id))
                        .findFirst()
                : Optional.empty();
    }

    private List<Section> sections(KeptAct act) {
        return sections(act, act.envelope().facts());
    }

    private List<Section> sections(KeptAct act, Map<String, String> facts) {
        return act.body() == null
                ? List.of()
                : procedure.sections(
                        act.envelope().convention(),
                        act.envelope().type(),
                        facts,
                        act.body(),
                        DescribingEarlierAct.NOTHING,
                        language);
    }

    private List<Said> said(JointState state, String type, String act) {
        var by = procedure.rules();
        var said = state.said().get(type);
        return state.parties().entrySet().stream()
                .filter(it ->
                        by.every().contains(type) && mayApprove(it.getValue().role()))
                .map(it -> new Said(
                        names.apply(it.getKey()),
                        said != null && said.act().equals(act) && said.by().contains(it.getKey())))
                .toList();
    }

    private boolean mayApprove(String role) {
        return procedure.rules().consent().contains(role);
    }

    /** The last word of each State on this clause of the text that is open. */
    private List<String> answers(KeptAct text, String label) {
        long n = Objects.requireNonNull(text.entry()).entry().n();
        var last = new LinkedHashMap<String, String>();
        for (var each : said("remark").toList()) {
            var body = new BodyFields(Objects.requireNonNull(each.body()));
            boolean here = Objects.requireNonNull(each.entry()).entry().n() > n
                    && (body.texts("clauses").isEmpty()
                            || body.texts("clauses").stream()
                                    .anyMatch(it -> label(it).contains(label)));
            if (here) {
                last.put(
                        names.apply(each.speaker()),
                        words.say(language, procedure.law() + ".option.answer." + body.text("answer"))
                                + (body.text("text").isEmpty() ? "" : ": " + body.text("text")));
            }
        }
        return last.entrySet().stream()
                .map(it -> it.getKey() + " · " + it.getValue())
                .toList();
    }

    /** The period is three fields of the text and one clause. */
    private List<String> label(String clause) {
        var keys = clause.equals("period") ? List.of("begins", "until", "renewal") : List.of(clause);
        return keys.stream()
                .map(it -> words.say(language, procedure.law() + ".field." + it))
                .toList();
    }

    /** With effect, oldest first, their words here. */
    private Stream<KeptAct> said(String type) {
        return acts.stream().filter(it -> it.effective() && it.envelope().type().equals(type) && it.body() != null);
    }

    /** What each party said last of this kind. */
    List<Standing> last(String type, String key) {
        var last = new LinkedHashMap<String, KeptAct>();
        said(type).forEach(it -> last.put(it.speaker(), it));
        return last.entrySet().stream()
                .map(it -> new Standing(names.apply(it.getKey()), rows(it.getValue(), key)))
                .toList();
    }

    /** In the order in which the form asks. */
    private List<String> rows(KeptAct act, String key) {
        var columns = procedure.asked(act.envelope().type()).stream()
                .filter(it -> it.key().equals(key))
                .flatMap(it -> it.columns().stream())
                .map(ActField::key)
                .toList();
        return new BodyFields(Objects.requireNonNull(act.body()))
                .maps(key).stream()
                        .map(BodyFields::new)
                        .map(row -> columns.stream()
                                .map(row::text)
                                .filter(it -> !it.isBlank())
                                .collect(Collectors.joining(" · ")))
                        .toList();
    }

    /** With what an act of this type begins: the text that is open or agreed, or what the party said last where it says all. */
    Optional<KeptAct> before(String type, String party) {
        return WHOLE.contains(type)
                ? said(type).filter(it -> it.speaker().equals(party)).reduce((_, later) -> later)
                : Stream.of("draft", "text")
                        .flatMap(it -> named(it).stream())
                        .filter(it -> it.envelope().type().equals(type) && it.body() != null)
                        .findFirst();
    }

    /** In order of time; of one topic the last word counts. */
    List<Meeting> meetings() {
        var last = new LinkedHashMap<String, Meeting>();
        said("meet").forEach(it -> {
            var body = new BodyFields(Objects.requireNonNull(it.body()));
            var when = body.instant("when");
            boolean cancelled = body.text("what").equals("cancelled");
            var before = last.get(body.text("topic"));
            var at = when != null ? when : before == null ? it.envelope().time() : before.when();
            last.put(body.text("topic"), new Meeting(at, body.text("topic"), body.text("where"), cancelled));
        });
        return last.values().stream()
                .sorted(java.util.Comparator.comparing(Meeting::when))
                .toList();
    }

    /** The parties, as columns of the table of evidence. */
    List<String> columns() {
        return joint.state() == null
                ? List.of()
                : joint.state().parties().keySet().stream().map(names).toList();
    }

    List<Item> items() {
        var holders = new LinkedHashMap<String, String>();
        var to = new LinkedHashMap<String, Map<String, String>>();
        rows("offer-evidence", "items", (author, row) -> holders.putIfAbsent(row.text("item"), author));
        rows("ask-evidence", "wanted", (author, row) -> {
            holders.putIfAbsent(row.text("item"), party(row.text("holder")));
            to.computeIfAbsent(row.text("item"), _ -> new LinkedHashMap<>())
                    .put(author, words.say(language, "joint.item.asked", "use", row.text("use")));
        });
        rows("release-evidence", "released", (author, row) -> {
            holders.putIfAbsent(row.text("item"), author);
            to.computeIfAbsent(row.text("item"), _ -> new LinkedHashMap<>())
                    .put(
                            party(row.text("party")),
                            words.say(language, "joint.item.released", "use", row.text("use"), "way", row.text("way")));
        });
        return holders.entrySet().stream()
                .map(it -> new Item(it.getKey(), it.getValue(), to.getOrDefault(it.getKey(), Map.of())))
                .toList();
    }

    /** As a party is called in the table, however its officer wrote it: by name or by the id of its authority. */
    private String party(String written) {
        return joint.state() != null && joint.state().parties().containsKey(written) ? names.apply(written) : written;
    }

    private void rows(String type, String key, java.util.function.BiConsumer<String, BodyFields> each) {
        said(type)
                .forEach(act -> new BodyFields(Objects.requireNonNull(act.body()))
                        .maps(key)
                        .forEach(row -> each.accept(names.apply(act.speaker()), new BodyFields(row))));
    }
}
