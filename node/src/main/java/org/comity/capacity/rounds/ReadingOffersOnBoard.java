package org.comity.capacity.rounds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.board.BodyRow;
import org.comity.board.HeldBoards;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HeldEntry;
import org.comity.capacity.OffersOnBoard;
import org.comity.directory.Directory;
import org.comity.procedure.form.BodyFields;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.stereotype.Component;

/** Reads them in one bounded look, at the host that keeps the list; a board of the same name elsewhere holds no offers. */
@Component
class ReadingOffersOnBoard implements OffersOnBoard {

    private final HeldBoards boards;
    private final Directory directory;

    ReadingOffersOnBoard(HeldBoards boards, Directory directory) {
        this.boards = boards;
        this.directory = directory;
    }

    @Override
    public List<Offer> newest() {
        return board().stream()
                .flatMap(it -> boards.standing(it.host(), it.name(), MOST).stream()
                        .flatMap(entry -> offer(it.host(), entry).stream()))
                .toList();
    }

    @Override
    public Optional<Offer> find(String subject) {
        return board().flatMap(
                        it -> boards.standing(it.host(), it.name(), subject).flatMap(entry -> offer(it.host(), entry)));
    }

    private Optional<HeldBoard> board() {
        return boards.all().stream()
                .filter(it -> it.name().equals(PublishingOffers.BOARD))
                .filter(it -> directory
                        .find(it.host())
                        .filter(host -> host.kind() == ParticipantKind.SECRETARIAT)
                        .isPresent())
                .findFirst();
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
