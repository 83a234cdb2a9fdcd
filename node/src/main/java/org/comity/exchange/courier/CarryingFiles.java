package org.comity.exchange.courier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.comity.exchange.Courier;
import org.comity.exchange.Door;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.Outgoing;
import org.comity.exchange.Parcel;
import org.comity.exchange.Refusal;
import org.springframework.stereotype.Component;

/** Parcels as files named by {@link ParcelName}; what is read goes through the same door as what comes by wire. */
@Component
class CarryingFiles implements Courier {

    private final Outgoing outgoing;
    private final Door door;
    private final ExchangeSettings settings;
    private final Clock clock;

    CarryingFiles(Outgoing outgoing, Door door, ExchangeSettings settings, Clock clock) {
        this.outgoing = outgoing;
        this.door = door;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Path> write(String peer, Path folder) {
        var written = new ArrayList<Path>();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long start = clock.instant().toEpochMilli();
        while (written.size() < settings.filesOfOneCourier()
                && outgoing.handOver(peer, parcel -> written.add(write(parcel, folder, start, written.size())))) {
            // Each is on the disk before the next one is asked for.
        }
        return written;
    }

    private static Path write(Parcel parcel, Path folder, long start, int number) {
        var file = folder.resolve(new ParcelName(parcel.from(), parcel.to(), start, number, parcel.action()).text());
        try {
            Files.write(file, parcel.ageFile(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    @Override
    public List<Taken> take(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS))
                    .filter(it -> ParcelName.isOne(it.getFileName().toString()))
                    .sorted()
                    .limit(settings.filesOfOneCourier())
                    .map(this::one)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Taken one(Path file) {
        var name = file.getFileName().toString();
        var parcel = ParcelName.read(name);
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) settings.largestParcel().toBytes() + 1);
            door.receive(new Parcel(parcel.action(), parcel.from(), parcel.to(), "courier", bytes, null));
            Files.delete(file);
            return new Taken(name, null);
        } catch (Refusal refusal) {
            return new Taken(name, refusal.code());
        } catch (IOException e) {
            return new Taken(name, "unreadable");
        }
    }
}
