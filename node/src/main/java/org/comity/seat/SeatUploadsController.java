package org.comity.seat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.comity.evidence.upload.ItemJson;
import org.comity.evidence.upload.Tus;
import org.comity.evidence.upload.UploadMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes files from a seat that resume: tus 1.0 as under {@code /evidence/uploads}, bound to one thread and to the authority that sits there. Whether the
 * thread still takes files is asked when a part begins, when it has come, and before a file is sealed.
 */
@RestController
@RequestMapping(SeatFilesController.PATH + "/{thread:[0-9a-f-]{36}}")
class SeatUploadsController {

    private static final String ID = "/{id:[0-9a-f-]{36}}";

    private final AddingAtSeats adding;

    SeatUploadsController(AddingAtSeats adding) {
        this.adding = adding;
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> able() {
        return Tus.able();
    }

    @PostMapping
    ResponseEntity<Void> create(
            @PathVariable String thread,
            @RequestHeader(Tus.RESUMABLE) String version,
            @RequestHeader(Tus.LENGTH) String length,
            @RequestHeader(name = Tus.METADATA, defaultValue = "") String metadata,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            HttpServletRequest http) {
        Tus.spoken(version);
        var said = UploadMetadata.read(metadata);
        var id = adding.begin(
                adding.mayAdd(seat, thread), said.path(), said.mediaType(), said.sealedOnly(), Tus.number(length));
        return Tus.said(ResponseEntity.created(URI.create(http.getRequestURI() + "/" + id)))
                .build();
    }

    @RequestMapping(path = ID, method = RequestMethod.HEAD)
    ResponseEntity<Void> where(
            @PathVariable String thread,
            @PathVariable UUID id,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat)
            throws IOException {
        var by = adding.mayAdd(seat, thread);
        return Tus.where(adding.item(by, id), it -> adding.reached(by, it));
    }

    @PatchMapping(path = ID, consumes = Tus.BYTES)
    ResponseEntity<Void> add(
            @PathVariable String thread,
            @PathVariable UUID id,
            @RequestHeader(Tus.RESUMABLE) String version,
            @RequestHeader(Tus.OFFSET) String offset,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            InputStream plain)
            throws IOException {
        Tus.spoken(version);
        return Tus.reached(adding.add(seat, thread, id, Tus.number(offset), plain));
    }

    @DeleteMapping(ID)
    ResponseEntity<Void> giveUp(
            @PathVariable String thread,
            @PathVariable UUID id,
            @RequestHeader(Tus.RESUMABLE) String version,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat)
            throws IOException {
        Tus.spoken(version);
        var by = adding.mine(seat, thread);
        if (adding.item(by, id).gone()) return Tus.gone();
        adding.drop(by, id);
        return Tus.said(ResponseEntity.noContent()).build();
    }

    /** Every byte is here. What differs from the hash that the browser read is refused instead of sealed. */
    @PostMapping(ID + "/sealing")
    ItemJson seal(
            @PathVariable String thread,
            @PathVariable UUID id,
            @RequestBody(required = false) Tus.@Nullable Whole whole,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat)
            throws IOException {
        return adding.json(adding.finish(seat, thread, id, Tus.sha256(whole)));
    }

    @PostMapping(ID + "/sealed-only")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keepSealed(
            @PathVariable String thread,
            @PathVariable UUID id,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat) {
        adding.keepSealed(adding.mayAdd(seat, thread), id);
    }

    /** What waits to be handed over, all of it. */
    @GetMapping
    Listed list(@PathVariable String thread, @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat)
            throws IOException {
        return new Listed(adding.asJson(adding.mine(seat, thread)));
    }

    record Listed(List<ItemJson> items) {}
}
