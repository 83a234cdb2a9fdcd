package org.comity.seat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.Item.State;
import org.comity.evidence.ItemsFromSeats;
import org.comity.evidence.ItemsFromSeats.Hand;
import org.comity.evidence.upload.FilePlace;
import org.comity.evidence.upload.ItemJson;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes files from a person in a seat for a thread of their authority, as long as something can be handed over in it. */
@Component
class AddingAtSeats {

    private final SittingInSeats sitting;
    private final SpeakingFromSeats speaking;
    private final ItemsAtSeats acts;
    private final ItemsFromSeats items;
    private final Evidence evidence;

    AddingAtSeats(
            SittingInSeats sitting,
            SpeakingFromSeats speaking,
            ItemsAtSeats acts,
            ItemsFromSeats items,
            Evidence evidence) {
        this.sitting = sitting;
        this.speaking = speaking;
        this.acts = acts;
        this.items = items;
        this.evidence = evidence;
    }

    /** The acts by which files can be handed over in this thread now; where there is none, none is taken either. */
    List<String> steps(RequestRow row) {
        return speaking.offered(row).stream().filter(it -> acts.names(row, it)).toList();
    }

    /** Asked when bytes begin to come and when they have come: meanwhile a thread is closed, or a seat is ended.
     *
     * @throws SeatRefused {@code seat.unknown} of a thread of others, or from a seat that ended; {@link NoFilesNow}
     */
    Hand mayAdd(SeatOfPerson seat, String thread) {
        if (!sitting.stays(seat)) throw SeatRefused.unknown();
        if (steps(speaking.row(seat, thread)).isEmpty()) throw new NoFilesNow();
        return ItemsAtSeats.hand(seat, thread);
    }

    /** To look at what waits, and to drop it, nothing need be open. */
    Hand mine(SeatOfPerson seat, String thread) {
        return ItemsAtSeats.hand(seat, speaking.row(seat, thread).thread());
    }

    UUID begin(Hand by, String path, String mediaType, boolean sealedOnly, long bytes) {
        return items.begin(file(path, mediaType, sealedOnly, bytes), bytes, by);
    }

    private static Evidence.Beginning file(String path, String mediaType, boolean sealedOnly, @Nullable Long declared) {
        var place = FilePlace.of(path);
        return new Evidence.Beginning(
                place.name(), mediaType, null, declared, place.folder(), sealedOnly, place.written(path));
    }

    /** A file of a form, in one go. It takes the place of what a form left unfinished under its name. */
    Item take(
            SeatOfPerson seat,
            String thread,
            String path,
            String mediaType,
            boolean sealedOnly,
            long most,
            InputStream plain)
            throws IOException {
        var place = FilePlace.of(path);
        var by = mayAdd(seat, thread);
        for (var each : items.waiting(by)) {
            boolean left = each.state() == State.ADDING && each.declaredSize() == null;
            if (left && each.name().equals(place.name()) && each.folder().equals(place.folder()))
                items.drop(each.id(), by);
        }
        return items.take(file(path, mediaType, sealedOnly, null), most, plain, () -> mayAdd(seat, thread));
    }

    /** @throws NoFilesNow also if the thread closed while the bytes came; what came waits unfinished, and is dropped or goes */
    long add(SeatOfPerson seat, String thread, UUID item, long from, InputStream plain) throws IOException {
        long reached = items.add(item, from, plain, mayAdd(seat, thread));
        mayAdd(seat, thread);
        return reached;
    }

    long reached(Hand by, UUID item) throws IOException {
        return items.reached(item, by);
    }

    Item finish(SeatOfPerson seat, String thread, UUID item, @Nullable String sha256) throws IOException {
        return items.finish(item, sha256, mayAdd(seat, thread));
    }

    Item item(Hand by, UUID item) {
        return items.item(item, by);
    }

    void drop(Hand by, UUID item) throws IOException {
        items.drop(item, by);
    }

    void keepSealed(Hand by, UUID item) {
        evidence.keepSealed(items.item(item, by).id(), by.person());
    }

    List<ItemJson> asJson(Hand by) throws IOException {
        var all = new ArrayList<ItemJson>();
        for (var each : items.waiting(by)) all.add(json(each));
        return all;
    }

    ItemJson json(Item item) throws IOException {
        return item.state() == State.ADDING
                ? ItemJson.of(
                        item,
                        null,
                        evidence.stored(item.id()),
                        evidence.part(item.id()).orElse(null))
                : ItemJson.of(item, null, 0, null);
    }

    List<SeatItemsView.Waiting> waiting(Hand by) throws IOException {
        var all = new ArrayList<SeatItemsView.Waiting>();
        for (var each : items.waiting(by)) {
            var plain = each.manifest().map(it -> it.plain()).orElse(null);
            all.add(new SeatItemsView.Waiting(
                    each.id().toString(),
                    each.path(),
                    each.state().name(),
                    plain == null ? evidence.stored(each.id()) : plain.size(),
                    plain == null ? null : plain.sha256(),
                    each.lost(),
                    each.begunAt()));
        }
        return all;
    }
}
