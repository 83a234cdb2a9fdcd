package org.comity.seat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.comity.evidence.Item;
import org.comity.evidence.ItemsFromSeats;
import org.comity.evidence.ItemsFromSeats.Hand;
import org.comity.procedure.ActField;
import org.comity.procedure.ActForms;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Items;
import org.comity.proof.act.Act;
import org.comity.proof.item.ItemManifest;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.NaturalOrder;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Lets an act from a seat hand over the files that its authority added for the thread. What lies here of the host is not offered there: a seat
 * sees what is its own.
 */
@Component
class ItemsAtSeats {

    private final ItemsFromSeats items;
    private final Procedures procedures;
    private final Words words;

    ItemsAtSeats(ItemsFromSeats items, Procedures procedures, Words words) {
        this.items = items;
        this.procedures = procedures;
        this.words = words;
    }

    /** Whose hand it is in custody: the person, by the pseudonym that its acts bear and that names its authority, too. */
    static Hand hand(SeatOfPerson seat, String thread) {
        return new Hand(thread, seat.authority(), new Official(seat.person(), seat.name(), seat.person(), Set.of()));
    }

    /** Whether acts of this type hand over items. */
    boolean names(RequestRow row, String type) {
        return procedures.of(row.procedure()).writing().table().of(type).stream()
                .anyMatch(it -> it.key().equals(Items.KEY) && it.kind() == ActField.Kind.CHOICES);
    }

    /** The form of an act, with the files of this authority and no others; without them where there are none yet. */
    List<ActForms.Field> fields(SeatOfPerson seat, RequestRow row, String type, Language language) {
        var asked = procedures.of(row.procedure()).forms().fields(type, row, language);
        if (!names(row, type)) return asked;
        var fields = new ArrayList<ActForms.Field>();
        var choices = items.waiting(hand(seat, row.thread())).stream()
                .filter(Item::whole)
                .filter(it -> !it.lost())
                .limit(Items.MOST)
                .sorted(Comparator.comparing(Item::path, NaturalOrder.names()))
                .map(it -> choice(it, language))
                .toList();
        if (!choices.isEmpty())
            fields.add(new ActForms.Field(
                    Items.KEY, ActForms.Kind.CHOICES, true, words.say(language, "seat.items.choose"), choices));
        asked.stream().filter(it -> !it.key().equals(Items.KEY)).forEach(fields::add);
        return fields;
    }

    /** What can be ticked in a field that offers several; nothing of any other. */
    List<Choice> choices(SeatOfPerson seat, RequestRow row, String type, String key, Language language) {
        return fields(seat, row, type, language).stream()
                .filter(it -> it.key().equals(key) && it.kind() == ActForms.Kind.CHOICES)
                .flatMap(it -> it.options().stream())
                .toList();
    }

    private Choice choice(Item item, Language language) {
        var plain = item.manifest().map(ItemManifest::plain).orElseThrow();
        return new Choice(
                item.id().toString(),
                item.path(),
                words.say(language, "delivery.item", "size", plain.size(), "sha256", plain.sha256()));
    }

    /** What a form said, and of what it hands over the manifests, bound by the facts. */
    ActForms.Written read(SeatOfPerson seat, RequestRow row, String type, MultiValueMap<String, String> form) {
        var written = procedures.of(row.procedure()).forms().read(type, form, row);
        if (!names(row, type)) return written;
        var manifests = chosen(seat, row, type, form).lines().stream()
                .map(ListOfFiles.Line::manifest)
                .toList();
        var chosen = Items.of(manifests);
        var body = new LinkedHashMap<>(written.body());
        body.put(Items.KEY, chosen.manifests());
        var facts = new HashMap<>(written.facts());
        if (!manifests.isEmpty()) facts.putAll(chosen.facts());
        return new ActForms.Written(body, facts);
    }

    /** The files that a form names. */
    ListOfFiles chosen(SeatOfPerson seat, RequestRow row, String type, MultiValueMap<String, String> form) {
        var named = names(row, type) ? form.getOrDefault(Items.KEY, List.of()) : List.<String>of();
        return ListOfFiles.of(named.isEmpty() ? List.of() : items.ready(named, hand(seat, row.thread())));
    }

    /** What an act cannot do without; one that hands over files names some. */
    FormProblems problems(RequestRow row, String type, ActForms.Written written) {
        var found = procedures.of(row.procedure()).problems(type, written);
        boolean none = names(row, type)
                && new BodyFields(written.body()).texts(Items.KEY).isEmpty();
        return none ? found.with(Items.KEY, "seat.needed.items") : found;
    }

    /** @throws SeatRefused if a file that the act names went meanwhile, or was handed over by another */
    void mustBeHere(SeatOfPerson seat, Act act) {
        var named = named(act);
        if (!named.isEmpty() && items.ready(named, in(seat, act)).size() != named.size()) throw SeatRefused.filesGone();
    }

    void handOver(SeatOfPerson seat, Act act) {
        var named = named(act);
        if (!named.isEmpty()) items.handOver(named, act.id(), in(seat, act));
    }

    private static Hand in(SeatOfPerson seat, Act act) {
        return hand(seat, act.envelope().thread());
    }

    /** Only where the envelope binds the list: a field of this name is something else in other procedures. */
    private static List<String> named(Act act) {
        return Items.read(new BodyFields(act.body()))
                .filter(it -> act.envelope().type().equals(CustodySteps.DELIVER))
                .filter(it -> it.boundBy(act.envelope().facts()))
                .map(Items::manifests)
                .orElse(List.of());
    }
}
