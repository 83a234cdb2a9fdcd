package org.comity.intelligence;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.DraftFiles;
import org.comity.casework.Drafts;
import org.comity.casework.ReadableFiles;
import org.comity.casework.TextDeleted;
import org.comity.intelligence.stix.BundleFile;
import org.comity.intelligence.stix.ReadingBundles;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

/** An official reads the indicators that a file of an act or a draft holds; who read those of an act is on record. */
@Component
class ReadingIndicators implements ReadableFiles {

    private static final String WORDS = "intelligence.read";

    private final BundleRows rows;
    private final FindingBundles finding;
    private final AttachingIndicators attaching;
    private final ReadingBundles reading;
    private final Threads threads;
    private final Drafts drafts;
    private final DraftFiles files;
    private final CaseAccess access;
    private final Ledger ledger;

    // More than eight: what is read lies with acts, with drafts, and is written from either.
    ReadingIndicators(
            BundleRows rows,
            FindingBundles finding,
            AttachingIndicators attaching,
            ReadingBundles reading,
            Threads threads,
            Drafts drafts,
            DraftFiles files,
            CaseAccess access,
            Ledger ledger) {
        this.rows = rows;
        this.finding = finding;
        this.attaching = attaching;
        this.reading = reading;
        this.threads = threads;
        this.drafts = drafts;
        this.files = files;
        this.access = access;
        this.ledger = ledger;
    }

    @Override
    public List<ReadableFile> of(RequestRow row, Collection<String> acts) {
        return rows.of(acts).stream()
                .map(it -> new ReadableFile(it.act(), it.name(), path(row, it.act(), it.name()), WORDS))
                .toList();
    }

    @Override
    public List<ReadableFile> of(Draft draft) {
        return draft.files().stream()
                .map(Draft.File::name)
                .filter(it -> files.content(draft.id(), it)
                        .filter(BundleFile::recognised)
                        .isPresent())
                .map(it -> new ReadableFile("", it, path(draft, it), WORDS))
                .toList();
    }

    @Override
    public List<ReadableFile> attachable(Draft draft) {
        return attaching.offered(draft)
                ? List.of(new ReadableFile("", "", "/drafts/" + draft.id() + "/indicators", "intelligence.attach"))
                : List.of();
    }

    @Transactional
    IndicatorsView ofAct(String reference, String act, String name, int from, Official by) {
        var row = access.row(reference, by);
        var kept =
                threads.act(act).filter(it -> it.thread().equals(row.thread())).orElseThrow(IndicatorsRefused::new);
        if (kept.forgottenAt() != null) throw new TextDeleted(kept);
        var file = bundle(finding.content(act, name));
        ledger.record(by, "indicators.read", row.thread(), Map.of("reference", row.reference(), "act", act));
        return new IndicatorsView(
                row, name, path(row, act, name), "/requests/" + row.address(), reading.read(file), from);
    }

    @Transactional(readOnly = true)
    IndicatorsView ofDraft(String id, String name, int from, Official by) {
        access.mustRead(by);
        var draft = drafts.get(id);
        var row = Optional.ofNullable(draft.thread())
                .flatMap(it -> access.ofThread(it, by))
                .orElse(null);
        var file = bundle(files.content(id, name));
        return new IndicatorsView(row, name, path(draft, name), "/drafts/" + id + "/preview", reading.read(file), from);
    }

    private static byte[] bundle(Optional<byte[]> file) {
        return file.filter(BundleFile::recognised).orElseThrow(IndicatorsRefused::new);
    }

    private static String path(RequestRow row, String act, String name) {
        return "/requests/" + row.address() + "/acts/" + act + "/indicators/" + encoded(name);
    }

    private static String path(Draft draft, String name) {
        return "/drafts/" + draft.id() + "/indicators/" + encoded(name);
    }

    private static String encoded(String name) {
        return UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    }
}
