package org.comity.exchange.door;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.comity.directory.Directory;
import org.comity.directory.DirectoryWatch;
import org.comity.directory.Participant;
import org.comity.exchange.Door;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.Parcel;
import org.comity.exchange.Refusal;
import org.comity.proof.Malformed;
import org.comity.sealing.Sealing;
import org.comity.thread.Threads;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The order of the checks: sender, address, size, age file, then what each action needs; one transaction a parcel. */
@Component
class GuardedDoor implements Door {

    private static final Logger log = LoggerFactory.getLogger(GuardedDoor.class);

    /** Payloads of a page. */
    private static final int LARGEST_PAGE = 16;

    private final KnownSenders senders;
    private final Directory directory;
    private final DirectoryWatch watch;
    private final Sealing sealing;
    private final OutgoingQueue outgoing;
    private final Map<Parcel.Action, ArrivingAction> arriving = new EnumMap<>(Parcel.Action.class);
    private final RefusalCounts refusals;
    private final ExchangeSettings settings;
    private final TransactionTemplate transaction;

    // More than eight: what arrives is asked about by each, in the order of the rules.
    GuardedDoor(
            KnownSenders senders,
            Directory directory,
            DirectoryWatch watch,
            Sealing sealing,
            OutgoingQueue outgoing,
            List<ArrivingAction> arriving,
            RefusalCounts refusals,
            ExchangeSettings settings,
            TransactionTemplate transaction) {
        this.senders = senders;
        this.directory = directory;
        this.watch = watch;
        this.sealing = sealing;
        this.outgoing = outgoing;
        arriving.forEach(it -> this.arriving.put(it.action(), it));
        this.refusals = refusals;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public void admit(String from, @Nullable X509Certificate as4, @Nullable X509Certificate tls) throws Refusal {
        try {
            senders.admit(from, as4, tls);
        } catch (Refusal refusal) {
            refusals.note(refusal.code(), from);
            throw refusal;
        }
    }

    @Override
    public void refused(String code, @Nullable String from) {
        refusals.note(code, from);
    }

    @Override
    public void receive(Parcel parcel) throws Refusal {
        try {
            var sender = senders.known(parcel.from());
            var plain = open(parcel);
            try {
                keep(parcel.action(), sender, plain);
            } catch (Refusal refusal) {
                if (parcel.action() == Parcel.Action.PAGE) behind(parcel, sender, refusal);
                throw refusal;
            }
        } catch (Refusal refusal) {
            refusals.note(refusal.code(), parcel.from());
            throw refusal;
        }
        afterwards(parcel);
    }

    @Override
    public void carried(Parcel.Action action, String from, byte[] plain) throws Refusal {
        try {
            var sender = senders.known(from);
            if (action != Parcel.Action.ACT && action != Parcel.Action.ENTRY) {
                throw new Refusal("unknown-action", "only acts and entries prove themselves");
            }
            if (plain.length > settings.largestParcel().toBytes()) {
                throw new Refusal("oversized", "the container is too large");
            }
            keep(action, sender, List.of(plain));
        } catch (Refusal refusal) {
            refusals.note(refusal.code(), from);
            throw refusal;
        }
    }

    /** Nothing of the page was kept; that it is asked for again is a transaction of its own. */
    private void behind(Parcel parcel, Participant sender, Refusal refusal) {
        transaction.executeWithoutResult(
                status -> arriving(parcel.action()).refused(sender, parcel.thread(), refusal.code()));
    }

    private ArrivingAction arriving(Parcel.Action action) {
        return Objects.requireNonNull(arriving.get(action), action.name());
    }

    private List<byte[]> open(Parcel parcel) throws Refusal {
        if (!parcel.to().equals(directory.self().id())) {
            throw new Refusal("wrong-address", "this is another node");
        }
        int most = switch (parcel.action()) {
            case ACT -> settings.actsInOneParcel();
            case PAGE, INVITATION -> LARGEST_PAGE;
            default -> 1;
        };
        if (parcel.ageFiles().isEmpty() || parcel.ageFiles().size() > most) {
            throw new Refusal("payloads", "1 to %d age files are expected".formatted(most));
        }
        var plain = new ArrayList<byte[]>();
        for (byte[] ageFile : parcel.ageFiles()) {
            plain.add(open(ageFile));
        }
        return plain;
    }

    private byte[] open(byte[] ageFile) throws Refusal {
        if (ageFile.length > settings.largestParcel().toBytes()) {
            throw new Refusal("oversized", "the age file is too large");
        }
        try {
            return sealing.open(ageFile);
        } catch (Sealing.CannotOpen e) {
            throw new Refusal("not-for-us", "the age file was not made for this node, or was changed");
        }
    }

    /** Two that arrive at once may meet in a constraint; what still does when tried again alone never fits. */
    private void keep(Parcel.Action action, Participant sender, List<byte[]> plain) throws Refusal {
        try {
            keepOnce(action, sender, plain);
        } catch (DataIntegrityViolationException first) {
            try {
                keepOnce(action, sender, plain);
            } catch (DataIntegrityViolationException again) {
                log.error("incident {}: a parcel of {} can never be kept", UUID.randomUUID(), sender.id(), again);
                throw new Refusal(
                        "cannot-be-kept", "this node's database cannot hold it; sending it again does not help");
            }
        }
    }

    private void keepOnce(Parcel.Action action, Participant sender, List<byte[]> plain) throws Refusal {
        try {
            transaction.executeWithoutResult(status -> {
                try {
                    arriving(action).take(sender, plain);
                } catch (Refusal refusal) {
                    throw new RolledBack(refusal);
                }
            });
        } catch (RolledBack back) {
            throw back.refusal;
        } catch (Malformed malformed) {
            throw new Refusal(malformed.code(), malformed.getMessage());
        } catch (Threads.Refused refused) {
            throw new Refusal(refused.code(), String.valueOf(refused.getMessage()), refused.field());
        } catch (RuleBroken broken) {
            throw new Refusal(
                    broken.code(),
                    String.valueOf(broken.getMessage()),
                    broken.facts().getOrDefault("field", ""));
        } catch (DataIntegrityViolationException never) {
            throw never;
        } catch (RuntimeException bug) {
            log.error("incident {}: a parcel of {} could not be kept", UUID.randomUUID(), sender.id(), bug);
            throw new Refusal("internal", "an error on this side; try again");
        }
    }

    /** What follows from having heard from a peer may fail without undoing what was kept. */
    private void afterwards(Parcel parcel) {
        try {
            outgoing.heardFrom(parcel.from());
            if (parcel.directory() != null) {
                watch.compare(parcel.from(), parcel.directory());
            }
        } catch (RuntimeException bug) {
            log.error("incident {}: after a parcel of {}", UUID.randomUUID(), parcel.from(), bug);
        }
    }

    private static final class RolledBack extends RuntimeException {
        private final transient Refusal refusal;

        private RolledBack(Refusal refusal) {
            super(refusal);
            this.refusal = refusal;
        }
    }
}
