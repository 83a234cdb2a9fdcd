package org.comity.casework.joint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.joint.JointViews.Clause;
import org.comity.casework.joint.JointViews.Item;
import org.comity.casework.joint.JointViews.LastDocument;
import org.comity.casework.joint.JointViews.Meeting;
import org.comity.casework.joint.JointViews.Said;
import org.comity.casework.joint.JointViews.TextView;
import org.comity.procedure.ActField;
import org.comity.procedure.field.DescribingEarlierAct;
import org.comity.procedure.file.FiledCards.Items;
import org.comity.procedure.file.FiledCards.Last;
import org.comity.procedure.file.FiledCards.Remarks;
import org.comity.procedure.file.FiledCards.Text;
import org.comity.procedure.file.JointProcedure;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.table.JointState;
import org.comity.sealing.Letters.Section;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.JointThreads.KeptAct;
import org.comity.ui.Language;
import org.comity.ui.Words;

/**
 * Reads from the acts of a joint thread what the cards of its procedure show: texts clause by clause, who approved them and
 * answered what, meetings, items by party, and what each party said last.
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

    /** Of the texts that the procedure has, those that there are. */
    List<TextView> texts() {
        return procedure.cards().texts().stream()
                .flatMap(it -> text(it).stream())
                .toList();
    }

    private Optional<TextView> text(Text card) {
        var state = joint.state();
        var written = named(card.of()).filter(it -> it.forgottenAt() == null);
        if (state == null || written.isEmpty()) return Optional.empty();
        var act = written.get();
        var before = new LinkedHashMap<String, List<String>>();
        named(card.changes())
                .ifPresent(it -> sections(it).forEach(each -> before.put(each.label(), each.paragraphs())));
        var sections = card.open() ? sections(act) : prolonged(act, card.until(), before);
        var clauses = sections.stream()
                .map(it -> new Clause(
                        it.label(),
                        it.paragraphs(),
                        it.paragraphs().equals(before.get(it.label()))
                                ? List.of()
                                : before.getOrDefault(it.label(), List.of()),
                        card.open() ? answers(act, it.label()) : List.of()))
                .toList();
        return Optional.of(new TextView(
                title(card.of()),
                Objects.requireNonNull(act.entry()).entry().n(),
                names.apply(act.speaker()),
                clauses,
                card.open() ? said(state, card.approvedBy(), act.envelope().id()) : List.of()));
    }

    private String title(String of) {
        return procedure.law() + ".card." + of;
    }

    /** The agreed text with the later end that all approved; what stood there before goes beside it. */
    private List<Section> prolonged(KeptAct act, String field, Map<String, List<String>> before) {
        var facts = new TreeMap<>(act.envelope().facts());
        var until = Objects.requireNonNull(joint.state()).table().get(field);
        if (!(until instanceof String end) || end.isEmpty() || end.equals(facts.put(field, end))) return sections(act);
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
        var remarks = procedure.cards().remarks();
        if (remarks == null) return List.of();
        long n = Objects.requireNonNull(text.entry()).entry().n();
        var last = new LinkedHashMap<String, String>();
        for (var each : said(remarks.act()).toList()) {
            var body = new BodyFields(Objects.requireNonNull(each.body()));
            var clauses = body.texts(remarks.clauses());
            boolean here = Objects.requireNonNull(each.entry()).entry().n() > n
                    && (clauses.isEmpty()
                            || clauses.stream()
                                    .anyMatch(it -> labels(remarks, it).contains(label)));
            if (here) {
                var option =
                        "%s.option.%s.%s".formatted(procedure.law(), remarks.answer(), body.text(remarks.answer()));
                var more = body.text(remarks.words());
                last.put(
                        names.apply(each.speaker()), words.say(language, option) + (more.isEmpty() ? "" : ": " + more));
            }
        }
        return last.entrySet().stream()
                .map(it -> it.getKey() + " · " + it.getValue())
                .toList();
    }

    /** A clause of the remark may be several fields of the text. */
    private List<String> labels(Remarks remarks, String clause) {
        return remarks.parts().getOrDefault(clause, List.of(clause)).stream()
                .map(it -> words.say(language, procedure.law() + ".field." + it))
                .toList();
    }

    /** With effect, oldest first, their words here. */
    private Stream<KeptAct> said(String type) {
        return acts.stream().filter(it -> it.effective() && it.envelope().type().equals(type) && it.body() != null);
    }

    /** Of what each party says whole, what it said last. */
    List<LastDocument> last() {
        return procedure.cards().last().stream().flatMap(this::last).toList();
    }

    private Stream<LastDocument> last(Last card) {
        var last = new LinkedHashMap<String, KeptAct>();
        said(card.act()).forEach(it -> last.put(it.speaker(), it));
        return last.entrySet().stream()
                .map(it -> new LastDocument(
                        title(card.act()), names.apply(it.getKey()), rows(it.getValue(), card.rows())));
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
        return procedure.cards().whole(type)
                ? said(type).filter(it -> it.speaker().equals(party)).reduce((_, later) -> later)
                : procedure
                        .cards()
                        .begunFrom()
                        .flatMap(it -> named(it).stream())
                        .filter(it -> it.envelope().type().equals(type) && it.body() != null)
                        .findFirst();
    }

    /** In order of time; of one topic the last word counts. */
    List<Meeting> meetings() {
        var card = procedure.cards().meetings();
        if (card == null) return List.of();
        var last = new LinkedHashMap<String, Meeting>();
        said(card.act()).forEach(it -> {
            var body = new BodyFields(Objects.requireNonNull(it.body()));
            var topic = body.text(card.topic());
            var when = body.instant(card.when());
            var before = last.get(topic);
            var at = when != null ? when : before == null ? it.envelope().time() : before.when();
            boolean off = body.text(card.off()).equals(card.option());
            long first = before != null
                    ? before.first()
                    : Objects.requireNonNull(it.entry()).entry().n();
            last.put(topic, new Meeting(at, topic, body.text(card.where()), off, first));
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
        for (var card : procedure.cards().items()) {
            rows(card, (author, row) -> {
                var item = row.text(card.item());
                holders.putIfAbsent(item, card.holdsAuthor() ? author : party(row.text(card.holder())));
                if (card.to().isEmpty()) return;
                to.computeIfAbsent(item, _ -> new LinkedHashMap<>())
                        .put(card.toAuthor() ? author : party(row.text(card.to())), becomes(card, row));
            });
        }
        return holders.entrySet().stream()
                .map(it -> new Item(it.getKey(), it.getValue(), to.getOrDefault(it.getKey(), Map.of())))
                .toList();
    }

    /** What becomes of an item at a party, in words that may name each column of the row. */
    private String becomes(Items card, BodyFields row) {
        var slots = procedure.asked(card.act()).stream()
                .filter(it -> it.key().equals(card.rows()))
                .flatMap(it -> it.columns().stream())
                .flatMap(it -> Stream.of(it.key(), row.text(it.key())))
                .toArray();
        return words.say(language, title(card.act()), slots);
    }

    /** As a party is called in the table, however its officer wrote it: by name or by the id of its authority. */
    private String party(String written) {
        return joint.state() != null && joint.state().parties().containsKey(written) ? names.apply(written) : written;
    }

    private void rows(Items card, BiConsumer<String, BodyFields> each) {
        said(card.act())
                .forEach(act -> new BodyFields(Objects.requireNonNull(act.body()))
                        .maps(card.rows())
                        .forEach(row -> each.accept(names.apply(act.speaker()), new BodyFields(row))));
    }
}
