package org.comity.exchange.courier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.comity.exchange.Courier.Taken;
import org.comity.exchange.Door;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.Parcel;
import org.comity.exchange.Refusal;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** What a courier brought, through the same door as what comes by wire; each parcel in a transaction of its own. */
@Component
class BringingInParcels {

    private final Door door;
    private final ExchangeSettings exchange;
    private final CourierSettings settings;
    private final Ledger ledger;

    BringingInParcels(Door door, ExchangeSettings exchange, CourierSettings settings, Ledger ledger) {
        this.door = door;
        this.exchange = exchange;
        this.settings = settings;
        this.ledger = ledger;
    }

    /** @param files by the name under which they were uploaded: age files, or ZIPs of them */
    List<Taken> bringIn(Map<String, byte[]> files, Official by) {
        var parcels = new TreeMap<String, byte[]>();
        var others = new ArrayList<Taken>();
        files.forEach((name, content) -> read(name, content, parcels, others));
        if (parcels.isEmpty() && others.isEmpty()) {
            throw CourierRefused.noFile();
        }
        var taken = new ArrayList<Taken>();
        parcels.forEach((name, content) -> taken.add(receive(name, content)));
        taken.addAll(others);
        ledger.record(
                by,
                "courier.brought-in",
                UUID.randomUUID().toString(),
                Map.of(
                        "taken",
                                Long.toString(taken.stream()
                                        .filter(it -> it.refusal() == null)
                                        .count()),
                        "refused",
                                Long.toString(taken.stream()
                                        .filter(it -> it.refusal() != null)
                                        .count())));
        return taken;
    }

    private void read(String name, byte[] content, Map<String, byte[]> parcels, List<Taken> others) {
        if (ParcelName.within(name).isPresent()) {
            put(name, content, parcels);
        } else if (content.length > 3 && content[0] == 'P' && content[1] == 'K') {
            unpack(name, content, parcels, others);
        } else {
            others.add(new Taken(shown(name), "name"));
        }
    }

    private void unpack(String name, byte[] content, Map<String, byte[]> parcels, List<Taken> others) {
        int before = parcels.size() + others.size();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = bounded(zip);
                if (ParcelName.within(entry.getName()).isPresent()) {
                    put(entry.getName(), bytes, parcels);
                } else {
                    others.add(new Taken(shown(entry.getName()), "name"));
                }
                if (others.size() > settings.parcels()) {
                    throw CourierRefused.tooLarge();
                }
            }
            if (parcels.size() + others.size() == before) {
                throw new IOException("nothing in it");
            }
        } catch (IOException | IllegalArgumentException e) {
            others.add(new Taken(shown(name), "unreadable"));
        }
    }

    private byte[] bounded(InputStream in) throws IOException {
        return in.readNBytes((int) exchange.largestParcel().toBytes() + 1);
    }

    private void put(String name, byte[] content, Map<String, byte[]> parcels) {
        parcels.put(ParcelName.within(name).orElseThrow().text(), content);
        long all = parcels.values().stream().mapToLong(it -> it.length).sum();
        if (parcels.size() > exchange.filesOfOneCourier()
                || all > settings.largestIn().toBytes()) {
            throw CourierRefused.tooLarge();
        }
    }

    private Taken receive(String name, byte[] content) {
        var parcel = ParcelName.read(name);
        try {
            door.receive(new Parcel(parcel.action(), parcel.from(), parcel.to(), "courier", content, null));
            return new Taken(name, null);
        } catch (Refusal refusal) {
            return new Taken(name, refusal.code());
        }
    }

    private static String shown(String name) {
        return name.substring(Math.max(0, name.length() - 80)).replaceAll("\\p{Cntrl}", "?");
    }
}
