package org.comity.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.comity.directory.Cosignature;
import org.comity.directory.EntryRefused;
import org.comity.directory.ParticipantEntry;
import org.comity.directory.SignedParticipantEntry;
import org.comity.directory.SignedRevocation;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The directory over HTTP: root, list, entries and revocations, each as it was signed. */
@CollatesDirectory
@RestController
@RequestMapping("/directory")
class DirectoryDoor {

    private final PublishingLists publishing;
    private final ReadingSubmissions submissions;
    private final CollatingSubmissions collating;

    DirectoryDoor(PublishingLists publishing, ReadingSubmissions submissions, CollatingSubmissions collating) {
        this.publishing = publishing;
        this.submissions = submissions;
        this.collating = collating;
    }

    @GetMapping("/root")
    ResponseEntity<byte[]> root() {
        return json(publishing.root().json());
    }

    /** Spring answers 304 by itself when the reader has this one. */
    @GetMapping("/list")
    ResponseEntity<byte[]> list() {
        var newest = publishing.newest();
        return ResponseEntity.ok()
                .eTag(newest.list().hash())
                .contentType(MediaType.APPLICATION_JSON)
                .body(newest.json());
    }

    /** What waits for more operators' signatures; 404 if nothing does. */
    @GetMapping("/proposed")
    ResponseEntity<byte[]> proposed(@RequestHeader(defaultValue = "") String accept) {
        return publishing.proposed().map(it -> json(it.json())).orElseGet(() -> nothing(accept));
    }

    @PostMapping("/signatures")
    ResponseEntity<byte[]> cosign(HttpServletRequest request) throws IOException {
        var said = Cosignature.read(body(request, Cosignature.LARGEST));
        var signed = publishing.cosign(said.list(), said.signature());
        return json(
                CanonicalJson.write(Map.of("signatures", signed.signatures().size(), "needed", signed.threshold())));
    }

    @GetMapping("/entries/{id}/{version}")
    ResponseEntity<byte[]> entry(
            @PathVariable String id, @PathVariable long version, @RequestHeader(defaultValue = "") String accept) {
        return submissions
                .admitted(id, version)
                .map(it -> json(it.signed().json()))
                .orElseGet(() -> nothing(accept));
    }

    @GetMapping("/revocations")
    ResponseEntity<byte[]> revocations() {
        List<?> known =
                submissions.revocations().stream().map(CanonicalJson::read).toList();
        return json(CanonicalJson.write(Map.of("revocations", known)));
    }

    @PostMapping("/entries")
    ResponseEntity<byte[]> submit(HttpServletRequest request) throws IOException {
        var signed = SignedParticipantEntry.read(body(request, ParticipantEntry.LARGEST));
        boolean admitted = collating.submit(signed, request.getRemoteAddr());
        return ResponseEntity.status(admitted ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(CanonicalJson.write(Map.of("admitted", admitted)));
    }

    @PostMapping("/revocations")
    ResponseEntity<byte[]> revoke(HttpServletRequest request) throws IOException {
        collating.revoke(SignedRevocation.read(body(request, SignedRevocation.LARGEST)));
        return json(CanonicalJson.write(Map.of("revoked", true)));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(EntryRefused refused) {
        return problem(HttpStatus.CONFLICT, refused.reason());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> malformed(Malformed malformed) {
        return problem(HttpStatus.BAD_REQUEST, malformed.code());
    }

    /** A page for a browser, which shows nothing of an empty answer. */
    private static ResponseEntity<byte[]> nothing(String accept) {
        if (accept.contains(MediaType.TEXT_HTML_VALUE)) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return ResponseEntity.notFound().build();
    }

    private static byte[] body(HttpServletRequest request, int largest) throws IOException {
        return request.getInputStream().readNBytes(largest + 1);
    }

    private static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static ResponseEntity<byte[]> problem(HttpStatus status, String code) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(CanonicalJson.write(Map.of("type", "about:blank", "status", status.value(), "code", code)));
    }
}
