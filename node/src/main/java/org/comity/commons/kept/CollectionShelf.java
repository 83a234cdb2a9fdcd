package org.comity.commons.kept;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.procedure.Requests;
import org.comity.site.PublicItem;
import org.comity.site.PublicShelf;
import org.comity.vocabulary.Role;

/** Puts one collection on the public site, with what others say of it and with the day on which its author last looked. */
class CollectionShelf implements PublicShelf {

    private final Collection collection;
    private final KeptRows rows;
    private final Requests requests;
    private final RecordWords words;
    private final SenderOfRecord senders;
    private final Clock clock;
    private final Period looked;

    /** @param looked what nobody looked at for longer says so */
    CollectionShelf(
            Collection collection,
            KeptRows rows,
            Requests requests,
            RecordWords words,
            SenderOfRecord senders,
            Clock clock,
            Period looked) {
        this.collection = collection;
        this.rows = rows;
        this.requests = requests;
        this.words = words;
        this.senders = senders;
        this.clock = clock;
        this.looked = looked;
    }

    @Override
    public String name() {
        return collection.shelf();
    }

    @Override
    public int place() {
        return collection.place();
    }

    @Override
    public List<PublicItem> items() {
        var standing = rows.standing(collection.law());
        var tried = new TriedElsewhere(standing, senders);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return standing.stream()
                .filter(it -> !TriedElsewhere.trial(it) && !collection.over(it, today))
                .map(it -> item(it, tried, today))
                .toList();
    }

    @Override
    public Optional<String> moved(String before) {
        return requests.alone(collection.law(), Role.REQUESTED, before)
                .map(it -> PublicItem.addressOf(it.counterpart(), it.reference()));
    }

    private PublicItem item(KeptRecord it, TriedElsewhere tried, LocalDate today) {
        var parts = new ArrayList<>(words.parts(it, collection.parts()));
        if (tried.confirmed(it)) {
            parts.add(new PublicItem.Part("public.practice.evidence", words.said("public.practice.confirmed")));
        }
        parts.addAll(tried.parts(it, words));
        parts.add(PublicItem.Part.written("public.reference", it.reference()));
        parts.add(PublicItem.Part.written("public.checked", it.checkedOn().toString()));
        if (it.checkedOn().plus(looked).isBefore(today)) {
            parts.add(new PublicItem.Part("public.attention", words.said("public.not-checked")));
        }
        return new PublicItem(
                it.address(),
                it.label(),
                Map.of("", it.text("title")),
                Objects.requireNonNullElse(it.admittedOn(), it.checkedOn()),
                senders.code(it),
                it.articles(collection),
                parts);
    }
}
