package org.comity.exchange.quota;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.comity.exchange.Quotas;
import org.comity.exchange.Refusal;
import org.springframework.stereotype.Component;

/** Refuses what goes beyond a bound; each refusal may pass by itself, since room is made or a day goes by. */
@Component
class KeepingQuotas implements Quotas {

    private static final Duration DAY = Duration.ofDays(1);

    /** As often as this may what waits for it be sent within a day, before it may ask for more. */
    private static final long IN_A_DAY = 10;

    private final QuotaSettings settings;
    private final MeasuringQuotaUse taken;
    private final QuotaRows rows;
    private final DiskRoom room;
    private final Clock clock;

    KeepingQuotas(QuotaSettings settings, MeasuringQuotaUse taken, QuotaRows rows, DiskRoom room, Clock clock) {
        this.settings = settings;
        this.taken = taken;
        this.rows = rows;
        this.room = room;
        this.clock = clock;
    }

    @Override
    public void act(String from, long bytes, BooleanSupplier known, BooleanSupplier opens) throws Refusal {
        var now = now(from);
        boolean full = now.bytes() + bytes > settings.stored(from);
        boolean many = now.threads() >= settings.threads(from);
        boolean tight = tight(bytes);
        if ((full || many || tight) && known.getAsBoolean()) return;
        if (tight) throw noRoom();
        if (full) throw new Refusal("too-much-stored", "%d bytes of its acts lie here".formatted(now.bytes()));
        boolean opened = opens.getAsBoolean();
        if (many && opened) {
            throw new Refusal("too-many-threads", "%d threads that it opened have not ended".formatted(now.threads()));
        }
        taken.more(from, opened ? 1 : 0, bytes, 0);
    }

    @Override
    public void message(String from) throws Refusal {
        if (tight(0)) throw noRoom();
        var now = now(from);
        if (now.messages() >= settings.messages(from)) {
            throw new Refusal("too-many-messages", "%d messages within a day".formatted(now.messages()));
        }
        taken.more(from, 0, 0, 1);
    }

    @Override
    public long threads(String from) {
        return settings.threads(from);
    }

    @Override
    public void ask(String from) throws Refusal {
        long most = settings.waiting(from);
        if (rows.waits(from, most)) {
            throw new Refusal("too-many-waiting", "%d things wait to be sent to it".formatted(most));
        }
        // A bound of what waits alone is none for whoever fetches as fast as it asks.
        if (rows.settled(from, clock.instant().minus(DAY), most * IN_A_DAY)) {
            throw new Refusal("too-many-waiting", "%d things were sent to it within a day".formatted(most * IN_A_DAY));
        }
    }

    private MeasuringQuotaUse.Now now(String from) {
        return taken.now(from, clock.instant().minus(DAY));
    }

    private boolean tight(long bytes) {
        try {
            return room.left().reserved(bytes, settings.reserve());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal noRoom() {
        return new Refusal("no-room", "the disk of this node is too full");
    }
}
