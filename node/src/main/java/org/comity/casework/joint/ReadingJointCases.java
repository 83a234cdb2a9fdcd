package org.comity.casework.joint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.JointCases;
import org.comity.casework.RequestExport;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.procedure.ActField;
import org.comity.procedure.file.JointProcedure;
import org.comity.proof.act.JointThread;
import org.comity.proof.seal.Anchor;
import org.comity.thread.JointThreadExport;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads joint threads for programs and for the search, and takes them away whole. */
@Component
class ReadingJointCases implements JointCases {

    private final JointThreads threads;
    private final JointThreadExport exporting;
    private final ReadingJointThread reading;
    private final JointActsOnOffer offer;
    private final JointProcedures procedures;
    private final Directory directory;
    private final CaseAccess access;
    private final Compartments compartments;
    private final Ledger ledger;

    // More than eight: what is shown, who may see it, and that they did.
    ReadingJointCases(
            JointThreads threads,
            JointThreadExport exporting,
            ReadingJointThread reading,
            JointActsOnOffer offer,
            JointProcedures procedures,
            Directory directory,
            CaseAccess access,
            Compartments compartments,
            Ledger ledger) {
        this.threads = threads;
        this.exporting = exporting;
        this.reading = reading;
        this.offer = offer;
        this.procedures = procedures;
        this.directory = directory;
        this.access = access;
        this.compartments = compartments;
        this.ledger = ledger;
    }

    @Override
    public Listed list(@Nullable String after, Official by, Locale language) {
        access.mustRead(by);
        var page = threads.list(after);
        var cases = compartments.seen(page.threads(), Joint::id, by.id()).stream()
                .filter(this::known)
                .map(it -> of(it, language))
                .toList();
        return new Listed(cases, page.cursor());
    }

    @Override
    public List<ActField> asked(String procedure) {
        return procedures.find(procedure).map(JointProcedure::asked).orElse(List.of());
    }

    @Override
    public List<JointCase> of(Collection<String> all, Official by, Locale language) {
        if (!access.mayRead(by)) return List.of();
        return compartments.seen(all, Function.identity(), by.id()).stream()
                .distinct()
                .filter(JointThread::isNameOf)
                .flatMap(it -> threads.find(it).stream())
                .filter(this::known)
                .map(it -> of(it, language))
                .toList();
    }

    @Override
    public Read read(String thread, Official by, Locale language) {
        access.mustRead(by);
        var joint = find(thread, by);
        var found = of(joint, language);
        ledger.record(by, "thread.read", thread, Map.of("reference", found.reference()));
        return new Read(found, reading.shown(joint, threads.acts(thread)));
    }

    @Override
    public void readsPart(String thread, Official by) {
        access.mustRead(by);
        ledger.record(by, "thread.read", thread, Map.of("reference", reference(find(thread, by))));
    }

    @Override
    public RequestExport.Part export(String thread, Official by) {
        access.mustRead(by);
        var joint = find(thread, by);
        if (joint.lastEntry() == 0) throw JointRefused.unknown();
        ledger.record(by, "thread.exported", thread, Map.of("reference", reference(joint)));
        return new Archive(thread, exporting);
    }

    private record Archive(String thread, JointThreadExport exporting) implements RequestExport.Part {

        @Override
        public String name() {
            return thread + ".zip";
        }

        @Override
        public String mediaType() {
            return "application/zip";
        }

        @Override
        public boolean theirs() {
            return false;
        }

        @Override
        public void to(OutputStream out) throws IOException {
            exporting.export(thread, out);
        }
    }

    @Override
    public String command(String thread) {
        if (find(thread, _ -> true).lastEntry() == 0) return "";
        var anchors = new LinkedHashSet<String>();
        var authors = new TreeSet<String>();
        threads.acts(thread).forEach(it -> authors.add(it.envelope().author()));
        for (var author : authors) {
            directory.terms(author).forEach(it -> anchors.add(author + "/seal=" + Anchor.fingerprint(it.seal())));
        }
        exporting
                .keepers(thread)
                .forEach(it -> anchors.add(it.participant() + "/register=" + Anchor.fingerprint(it.certificate())));
        return anchors.stream()
                .map(" --anchor "::concat)
                .collect(Collectors.joining("", "./comity verify " + thread + ".zip", ""));
    }

    private Joint find(String thread, Official by) {
        return find(thread, it -> !compartments.hides(it.id(), by));
    }

    private Joint find(String thread, Predicate<Joint> seen) {
        return threads.find(thread).filter(seen).filter(this::known).orElseThrow(JointRefused::unknown);
    }

    /** A newer peer may ask us into what this program does not know. */
    private boolean known(Joint joint) {
        return procedures.find(joint.procedure()).isPresent();
    }

    private JointCase of(Joint joint, Locale language) {
        return new JointCase(joint, reference(joint), reading.title(joint, Language.of(language)), offer.of(joint));
    }

    private String reference(Joint joint) {
        return reading.opening(joint)
                .map(it -> Objects.requireNonNullElse(it.envelope().facts().get("reference"), ""))
                .orElse("");
    }
}
