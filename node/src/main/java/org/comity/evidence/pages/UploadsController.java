package org.comity.evidence.pages;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.Item;
import org.comity.evidence.Item.State;
import org.comity.evidence.upload.FilePlace;
import org.comity.evidence.upload.ItemJson;
import org.comity.evidence.upload.Tus;
import org.comity.evidence.upload.UploadMetadata;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Adding that resumes: tus 1.0 (https://tus.io/protocols/resumable-upload), core, creation and termination; for programs with a token, and
 * for the page with its session. What a PATCH brings goes from the line into the vault; a line that breaks keeps what came.
 * An upload whose last byte has come waits to be sealed, by whoever brings its hash.
 */
@RestController
@RequestMapping({"/api/v1/evidence", "/evidence/uploads"})
class UploadsController {

    private static final String ID = "/{id:[0-9a-f-]{36}}";
    private static final int ROWS = 50;

    private final Evidence evidence;
    private final EvidenceAccess access;
    private final UploadTurns turns;

    UploadsController(Evidence evidence, EvidenceAccess access, UploadTurns turns) {
        this.evidence = evidence;
        this.access = access;
        this.turns = turns;
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> able() {
        return Tus.able();
    }

    @PostMapping
    ResponseEntity<Void> create(
            @RequestHeader(Tus.RESUMABLE) String version,
            @RequestHeader(Tus.LENGTH) String length,
            @RequestHeader(name = Tus.METADATA, defaultValue = "") String metadata,
            jakarta.servlet.http.HttpServletRequest http,
            Official by) {
        access.mustKeep(by);
        Tus.spoken(version);
        var said = UploadMetadata.read(metadata);
        var place = FilePlace.of(said.path());
        var thread = said.request().isEmpty()
                ? null
                : access.byReference(said.request(), by).thread();
        var id = evidence.begin(
                new Evidence.Beginning(
                        place.name(),
                        said.mediaType(),
                        thread,
                        Tus.number(length),
                        place.folder(),
                        said.sealedOnly(),
                        place.written(said.path())),
                by);
        return Tus.said(ResponseEntity.created(URI.create(http.getRequestURI() + "/" + id)))
                .build();
    }

    @RequestMapping(path = ID, method = RequestMethod.HEAD)
    ResponseEntity<Void> where(@PathVariable UUID id, Official by) throws IOException {
        access.mustKeep(by);
        return Tus.where(access.item(id, by), evidence::reached);
    }

    @PatchMapping(path = ID, consumes = Tus.BYTES)
    ResponseEntity<Void> add(
            @PathVariable UUID id,
            @RequestHeader(Tus.RESUMABLE) String version,
            @RequestHeader(Tus.OFFSET) String offset,
            InputStream plain,
            Official by)
            throws IOException {
        access.mustKeep(by);
        Tus.spoken(version);
        try (var turn = turns.take(by)) {
            return Tus.reached(evidence.add(access.item(id, by).id(), Tus.number(offset), plain));
        }
    }

    /** What was begun is given up: its bytes go, and stay away. */
    @DeleteMapping(ID)
    ResponseEntity<Void> giveUp(@PathVariable UUID id, @RequestHeader(Tus.RESUMABLE) String version, Official by)
            throws IOException {
        access.mustKeep(by);
        Tus.spoken(version);
        var item = access.item(id, by);
        if (item.gone()) return Tus.gone();
        evidence.giveUp(item.id(), by);
        return Tus.said(ResponseEntity.noContent()).build();
    }

    /** Every byte is here. With the hash that the other side read, what differs is refused instead of sealed. */
    @PostMapping(ID + "/sealing")
    ItemJson seal(@PathVariable UUID id, @RequestBody(required = false) Tus.@Nullable Whole whole, Official by)
            throws IOException {
        access.mustKeep(by);
        var item = access.item(id, by);
        var sealed = evidence.finish(item.id(), Tus.sha256(whole), by);
        evidence.matchBeside(sealed.id());
        return json(sealed, by);
    }

    /** It is never shown here from now on. Done again, it changes nothing. */
    @PostMapping(ID + "/sealed-only")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keepSealed(@PathVariable UUID id, Official by) {
        access.mustKeep(by);
        evidence.keepSealed(access.item(id, by).id(), by);
    }

    @GetMapping(ID)
    ItemJson item(@PathVariable UUID id, Official by) throws IOException {
        return json(access.item(id, by), by);
    }

    /** Newest first. */
    @GetMapping
    Listed list(
            @RequestParam(defaultValue = "") String request,
            @RequestParam(required = false) @Nullable UUID after,
            Official by)
            throws IOException {
        access.mustRead(by);
        var thread = request.isEmpty() ? null : access.byReference(request, by).thread();
        var found = evidence.newest(thread, access.keeps(by), access.hidden(by), after, ROWS);
        var items = new java.util.ArrayList<ItemJson>();
        var cases = access.ofItems(found, by);
        for (var each : found) items.add(json(each, cases.get(each.id())));
        return new Listed(
                List.copyOf(items),
                found.size() < ROWS ? null : found.getLast().id().toString());
    }

    private ItemJson json(Item item, Official by) throws IOException {
        var thread = item.thread();
        return json(item, thread == null ? null : access.byThread(thread, by).orElse(null));
    }

    private ItemJson json(Item item, @Nullable Case of) throws IOException {
        var reference = of == null ? null : of.reference();
        if (item.state() != State.ADDING) return ItemJson.of(item, reference, 0, null);
        return ItemJson.of(
                item,
                reference,
                evidence.stored(item.id()),
                evidence.part(item.id()).orElse(null));
    }

    /** @param cursor {@code after} of the next page, or null */
    record Listed(List<ItemJson> items, @Nullable String cursor) {}
}
