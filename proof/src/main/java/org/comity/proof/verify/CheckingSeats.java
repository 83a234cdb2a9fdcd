package org.comity.proof.verify;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.StrictReading;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.register.ThreadBundle.Keeper;
import org.comity.proof.seal.CertificateChain;
import org.comity.proof.seal.Container;
import org.comity.proof.seat.SeatChecks;
import org.comity.proof.seat.SeatProof;
import org.comity.proof.seat.SeatThread;
import org.jspecify.annotations.Nullable;

/** Checks acts from seats in an exported thread against the threads in which their keys were given (R77, R155). */
final class CheckingSeats {

    private static final Pattern BESIDE =
            Pattern.compile("(" + ThreadBundle.SEATS + StrictReading.THREAD + ")/(.+)", Pattern.DOTALL);

    private record Waiting(
            String name, SeatChecks checks, @Nullable Entry entry) {}

    private final Checking checking;
    private final GivenTrust trust;
    private final Map<String, CheckingThread> beside = new HashMap<>();
    private final List<Check> all = new ArrayList<>();
    private final List<Waiting> acts = new ArrayList<>();

    CheckingSeats(Checking checking, GivenTrust trust) {
        this.checking = checking;
        this.trust = trust;
    }

    /**
     * Reads and checks the threads of seats that lie beside the acts.
     *
     * @param unread names of files; those that lie in the folder of such a thread are taken from it
     */
    void beside(Set<String> unread, BundleFiles files) throws IOException {
        var folders = new TreeMap<String, TreeSet<String>>();
        for (String each : unread) {
            var matched = BESIDE.matcher(each);
            if (matched.matches()) {
                folders.computeIfAbsent(matched.group(1), _ -> new TreeSet<>()).add(matched.group(2));
            }
        }
        for (var each : folders.entrySet()) {
            each.getValue().forEach(it -> unread.remove(each.getKey() + "/" + it));
            beside(each.getKey(), new BundleFiles.Below(files, each.getKey(), each.getValue()));
        }
    }

    private void beside(String folder, BundleFiles files) throws IOException {
        var thread = new CheckingThread(files, new Checking(trust, checking.revocations()), trust, true);
        for (Check each : thread.check().checks()) {
            var subject = folder + (CheckingThread.ofFile(each) ? "/" : ": ") + each.subject();
            all.add(each.under(subject));
        }
        if (ThreadBundle.seats(thread.id()).equals(folder)) beside.put(thread.id(), thread);
        else all.add(Check.failed(folder, "bundle-file", "The folder's name is not its thread's."));
    }

    /** Whether the act's author, the host, signed an entry, by the certificates that are here and lead to what is trusted. */
    SeatProof.HostEntries host(ThreadBundle.Head head, Container container) {
        if (container.seat() == null) return _ -> Optional.empty();
        var host = container.act().envelope().author();
        var certificates = new LinkedHashSet<X509Certificate>();
        Stream.concat(head.keepers().stream(), beside.values().stream().flatMap(it -> it.keepers().stream()))
                .filter(it -> it.participant().equals(host))
                .map(Keeper::certificate)
                .filter(it -> keeps(head.network(), host, it))
                .forEach(certificates::add);
        return entry -> certificates.isEmpty()
                ? Optional.empty()
                : Optional.of(certificates.stream().anyMatch(it -> entry.signedBy(it.getPublicKey())));
    }

    private boolean keeps(String network, String host, X509Certificate certificate) {
        return trust.register(network, host, certificate)
                || CertificateChain.from(certificate, List.of(), trust.keeping(host))
                        .isPresent();
    }

    void add(String name, Container container, @Nullable Entry entry) {
        if (container.seat() != null) {
            acts.add(new Waiting(
                    name, new SeatChecks(container.act().envelope(), container.seat(), container.approvals()), entry));
        }
    }

    /**
     * Whether the keys still counted, once all acts are read.
     *
     * @param thread the one that is checked: it may be the thread of seats itself
     */
    List<Check> ended(String thread, List<SignedEntry> register, Map<String, Envelope> envelopes) {
        for (var each : acts) {
            var seats = each.checks().seatThread();
            var found = seats.equals(thread)
                    ? new SeatThread(register, envelopes)
                    : Optional.ofNullable(beside.get(seats))
                            .map(CheckingThread::seatThread)
                            .orElse(null);
            var checks = new Checks(each.name());
            each.checks().ended(checks, found, each.entry());
            all.addAll(checks.all());
        }
        return all;
    }
}
