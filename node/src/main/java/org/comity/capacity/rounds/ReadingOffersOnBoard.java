package org.comity.capacity.rounds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.board.BodyRow;
import org.comity.board.HeldBoards;
import org.comity.board.HeldEntry;
import org.comity.capacity.OffersOnBoard;
import org.comity.procedure.form.BodyFields;
import org.springframework.stereotype.Component;

/** Reads them in one bounded look, at whichever host publishes them. */
@Component
class ReadingOffersOnBoard implements OffersOnBoard {

    private final HeldBoards boards;

    ReadingOffersOnBoard(HeldBoards boards) {
        this.boards = boards;
    }

    @Override
    public List<Offer> newest() {
        return boards.named(PublishingOffers.BOARD).stream()
                .flatMap(it -> boards.standing(it.host(), it.name(), MOST).stream()
                        .flatMap(entry -> offer(it.host(), entry).stream()))
                .toList();
    }

    @Override
    public Optional<Offer> find(String reference) {
        return boards.named(PublishingOffers.BOARD)
                .flatMap(it ->
                        boards.standing(it.host(), it.name(), reference).flatMap(entry -> offer(it.host(), entry)));
    }

    private static Optional<Offer> offer(String host, HeldEntry entry) {
        var body = entry.body();
        if (body == null) return Optional.empty();
        var said = new TreeMap<String, Object>();
        if (body.get("said") instanceof Map<?, ?> fields) {
            fields.forEach((key, value) -> said.put(String.valueOf(key), value));
        }
        return Optional.of(new Offer(
                host,
                entry.subject(),
                entry.title("en"),
                body.get("provider") instanceof String provider ? provider : "",
                new BodyFields(said),
                BodyRow.of(body)));
    }
}
