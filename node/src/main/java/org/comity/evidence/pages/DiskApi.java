package org.comity.evidence.pages;

import java.util.List;
import java.util.Objects;
import org.comity.evidence.EvidenceCases;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.disk.Disk;
import org.comity.evidence.disk.Disk.Folder;
import org.comity.evidence.disk.Disk.Work;
import org.comity.evidence.pages.EvidenceAccess.Within;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The disk for programs: as the page has it. Work goes on at the node; the list tells how far it is. */
@RestController
@RequestMapping("/api/v1/evidence/disk")
class DiskApi {

    private final Disk disk;
    private final EvidenceAccess access;

    DiskApi(Disk disk, EvidenceAccess access) {
        this.disk = disk;
        this.access = access;
    }

    @GetMapping
    Listed list(Official by) {
        access.mustKeep(by);
        return new Listed(access.seen(disk.folders(), disk.works(), by), access.seenWorks(disk.works(), by));
    }

    @PostMapping("/bags")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun out(@RequestBody Out out, Official by) {
        access.mustKeep(by);
        var of = request(out.request(), by);
        access.leaves(of, EvidenceCases.BAG, new Within(said(out.use()), said(out.words())), by);
        return new Begun(disk.writeOut(of, by));
    }

    @PostMapping("/files")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun files(@RequestBody Given given, Official by) {
        access.mustKeep(by);
        return new Begun(disk.writeFiles(request(given.request(), by), Boolean.TRUE.equals(given.sealedOnly()), by));
    }

    @PostMapping("/bags/{folder}/bringing-in")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun in(@PathVariable String folder, Official by) {
        access.mustKeep(by);
        access.mustSee(folder, disk.works(), by);
        disk.bringIn(folder, by);
        return new Begun(folder);
    }

    @PostMapping("/plain")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun plain(@RequestBody Plain plain, Official by) {
        access.mustKeep(by);
        access.mustSee(said(plain.folder()), disk.works(), by);
        disk.bringPlain(
                said(plain.folder()),
                said(plain.list()),
                request(plain.request(), by),
                Boolean.TRUE.equals(plain.sealedOnly()),
                by);
        return new Begun(said(plain.folder()));
    }

    private Case request(@Nullable String reference, Official by) {
        return access.byReference(said(reference).strip(), by);
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** @param use and {@code words}: within which use, and for what, where a use limit binds us */
    record Out(
            @Nullable String request,
            @Nullable String use,
            @Nullable String words) {}

    /** @param sealedOnly true: whoever hands them over knows that some are never shown here */
    record Given(@Nullable String request, @Nullable Boolean sealedOnly) {}

    /** @param sealedOnly true: none of them is ever shown here */
    record Plain(
            @Nullable String folder,
            @Nullable String request,
            @Nullable String list,
            @Nullable Boolean sealedOnly) {}

    /** @param folder whose work is in the list from now on */
    record Begun(String folder) {}

    record Listed(List<Folder> folders, List<Work> works) {}
}
