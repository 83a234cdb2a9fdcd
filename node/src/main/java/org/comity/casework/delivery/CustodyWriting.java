package org.comity.casework.delivery;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.evidence.ItemsOfThread;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.RequestRow;
import org.comity.procedure.UseLimits;
import org.comity.procedure.UseLimits.Wider;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.CustodyPages;
import org.comity.procedure.form.Found;
import org.comity.procedure.form.Items;
import org.comity.proof.register.Entry;
import org.comity.thread.Threads;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** What the pages of the acts of custody know: deliveries that lie here, what was found of them, who has consented. */
@Component
class CustodyWriting implements CustodyPages {

    private static final Set<String> DISPOSING =
            Set.of(CustodySteps.ONWARD, CustodySteps.RETURNED, CustodySteps.DESTROYED);
    private static final Set<String> ANSWERING =
            Set.of(CustodySteps.RECEIVED, CustodySteps.MATCHED, CustodySteps.NOT_MATCHED);

    private static final int MOST_SHOWN = 100;
    private static final ZoneOffset LAST_TO_BEGIN_A_DAY = ZoneOffset.ofHours(-12);

    private final Threads threads;
    private final FindingDelivered finding;
    private final ItemsOfThread items;
    private final DestroyingDelivered destroying;
    private final UseLimits limits;
    private final Words words;

    CustodyWriting(
            Threads threads,
            FindingDelivered finding,
            ItemsOfThread items,
            DestroyingDelivered destroying,
            UseLimits limits,
            Words words) {
        this.threads = threads;
        this.finding = finding;
        this.items = items;
        this.destroying = destroying;
        this.limits = limits;
        this.words = words;
    }

    @Override
    public Written found(RequestRow row, String type, Written written) {
        if (!aboutWhatCame(type) || row.ourRole() != Role.REQUESTING) {
            return written;
        }
        var body = new LinkedHashMap<>(written.body());
        var facts = new LinkedHashMap<>(written.facts());
        var found = finding.find(row.thread(), facts.getOrDefault(CustodySteps.DELIVERY, ""));
        body.put(Found.KEY, Found.json(found));
        if (!found.isEmpty()) {
            facts.putAll(Items.of(found.stream().map(Found::manifest).toList()).facts());
        }
        var consent = new BodyFields(body).text(CustodySteps.CONSENT);
        if (!consent.isEmpty()) {
            facts.put(CustodySteps.CONSENT, consent);
        }
        return new Written(body, facts);
    }

    @Override
    public Map<String, Object> prefilled(RequestRow row, String type) {
        if (!aboutWhatCame(type) || row.ourRole() != Role.REQUESTING) {
            return Map.of();
        }
        var deliveries = DISPOSING.contains(type) ? held(row) : unmatched(row);
        return deliveries.size() == 1
                ? Map.of(Found.KEY, Found.json(finding.find(row.thread(), deliveries.getFirst())))
                : Map.of();
    }

    @Override
    public List<Choice> consents(RequestRow row, Language language) {
        var choices = new ArrayList<Choice>();
        limits.of(row, language).map(UseLimits.UseLimit::wider).orElse(List.of()).stream()
                .filter(Wider::passesOn)
                .map(it -> choice(it, language))
                .forEach(choices::add);
        choices.add(
                Choice.of(CustodySteps.NONE, words.say(language, row.law() + ".option.consent." + CustodySteps.NONE)));
        return choices;
    }

    private Choice choice(Wider wider, Language language) {
        return new Choice(
                wider.act(),
                words.say(language, "delivery.consented", "n", wider.n(), "asked", wider.asked()),
                wider.limits());
    }

    @Override
    public FormProblems problems(RequestRow row, String type, Written written, FormProblems problems) {
        var delivery = Objects.toString(written.facts().get(CustodySteps.DELIVERY), "");
        var found = tooEarly(type, delivery, written)
                ? problems.with(CustodySteps.DONE_ON, "delivery.needed.not-before-delivery")
                : problems;
        boolean destroys = type.equals(CustodySteps.DESTROYED) && row.ourRole() == Role.REQUESTING;
        var obstacle = destroys && !delivery.isEmpty()
                ? destroying.obstacle(row.thread(), delivery)
                : Optional.<DestroyingDelivered.Obstacle>empty();
        return obstacle.isPresent()
                ? found.with(
                        CustodySteps.DELIVERY,
                        "error.evidence.destroy-" + obstacle.get().code(),
                        "item",
                        obstacle.get().item())
                : found;
    }

    /** Nobody passes on, gives back or destroys what was not delivered yet, by any calendar on earth. */
    private boolean tooEarly(String type, String delivery, Written written) {
        var day = new BodyFields(written.body()).day(CustodySteps.DONE_ON);
        return DISPOSING.contains(type)
                && day != null
                && threads.act(delivery)
                        .map(it -> LocalDate.ofInstant(it.envelope().time(), LAST_TO_BEGIN_A_DAY))
                        .filter(day::isBefore)
                        .isPresent();
    }

    @Override
    public List<Pointed> pointed(RequestRow row, String type, BodyFields body) {
        if (type.equals(CustodySteps.DELIVER)) {
            return Stream.concat(
                            deliveredBefore(row, body.texts(Items.KEY))
                                    .map(n -> pointed("delivery.caution.again", "n", n))
                                    .stream(),
                            more(row))
                    .toList();
        }
        if (type.equals(CustodySteps.NOT_MATCHED) && matchedSince(row, body.text(CustodySteps.DELIVERY))) {
            return List.of(new Pointed("delivery.caution.matched-since", ""));
        }
        var found = body.maps(Found.KEY);
        boolean all = !found.isEmpty()
                && found.stream().allMatch(it -> Found.Result.MATCHED.word().equals(it.get("result")));
        if (type.equals(CustodySteps.MATCHED) && !all) {
            return List.of(new Pointed("delivery.caution.by-hand", ""));
        }
        return type.equals(CustodySteps.DESTROYED) ? List.of(new Pointed("delivery.caution.destroyed", "")) : List.of();
    }

    /** An act names so many at most, and its form offers no more. */
    private Stream<Pointed> more(RequestRow row) {
        long all = items.whole(row.thread());
        return all > Items.MOST ? Stream.of(pointed("delivery.caution.more", "n", all)) : Stream.empty();
    }

    private static Pointed pointed(String code, String gap, long n) {
        return new Pointed(code, "", List.of(), Map.of(gap, Long.toString(n)));
    }

    /** The number of the newest act of the thread that delivered one of these with effect. */
    private Optional<Long> deliveredBefore(RequestRow row, List<String> manifests) {
        return manifests.isEmpty()
                ? Optional.empty()
                : threads.newest(row.thread()).stream()
                        .filter(it -> it.envelope().type().equals(CustodySteps.DELIVER)
                                && Entry.EFFECTIVE.equals(it.effect()))
                        .filter(it -> !Collections.disjoint(manifests, new BodyFields(it.body()).texts(Items.KEY)))
                        .flatMap(it -> Stream.ofNullable(it.n()))
                        .reduce((_, newer) -> newer);
    }

    /** What came not, or not whole, may come again while the act that says so waits to be signed. */
    private boolean matchedSince(RequestRow row, String delivery) {
        return row.ourRole() == Role.REQUESTING
                && !delivery.isEmpty()
                && finding.verdict(row.thread(), delivery)
                        .filter(CustodySteps.MATCHED::equals)
                        .isPresent();
    }

    private static boolean aboutWhatCame(String type) {
        return ANSWERING.contains(type) || DISPOSING.contains(type);
    }

    private List<String> unmatched(RequestRow row) {
        return threads.find(row.thread())
                .flatMap(it -> Delivered.in(it.state()))
                .map(Delivered::unmatched)
                .orElse(List.of());
    }

    /** Acts that delivered, newest last; a page has room for so many. */
    private List<String> held(RequestRow row) {
        var delivered = new ArrayList<String>();
        threads.effective(row.thread(), Set.of(CustodySteps.DELIVER)).forEach(it -> delivered.add(it.id()));
        return List.copyOf(delivered.subList(Math.max(0, delivered.size() - MOST_SHOWN), delivered.size()));
    }
}
