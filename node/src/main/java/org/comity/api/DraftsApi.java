package org.comity.api;

import java.util.List;
import org.comity.cooperation.CaseAccess;
import org.comity.cooperation.Draft;
import org.comity.cooperation.Drafts;
import org.comity.identity.ApprovalForm;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Writing, submitting, approving and recalling acts. */
@RestController
@RequestMapping("/api/v1")
class DraftsApi {

    private final WritingByProgram writing;
    private final Drafts drafts;
    private final CaseAccess access;
    private final AnsweringOnce answering;

    DraftsApi(WritingByProgram writing, Drafts drafts, CaseAccess access, AnsweringOnce answering) {
        this.writing = writing;
        this.drafts = drafts;
        this.access = access;
        this.answering = answering;
    }

    /** At most 50: being written, or waiting for a second officer. */
    @GetMapping("/drafts")
    DraftJson.Listed list(@RequestParam(defaultValue = "writing") String status, Official by) {
        access.mustRead(by);
        var found = switch (status) {
            case "writing" -> drafts.writing(null);
            case "waiting" -> drafts.waiting();
            default -> throw new WishRefused.Field("status");
        };
        return new DraftJson.Listed(found.stream().map(this::json).toList());
    }

    @PostMapping("/drafts")
    ResponseEntity<byte[]> open(Wish wish) {
        wish.only("procedure", "counterpart", "body");
        return answering.once(wish, HttpStatus.CREATED, () -> json(writing.open(
                wish.text("procedure"), wish.text("counterpart"), wish.object("body"), wish.by())));
    }

    @PostMapping("/requests" + RequestsApi.REFERENCE + "/drafts")
    ResponseEntity<byte[]> step(@PathVariable String reference, Wish wish) {
        wish.only("type", "body", "facts");
        return answering.once(wish, HttpStatus.CREATED, () -> json(writing.step(
                reference, wish.text("type"), wish.object("body"), wish.object("facts"), wish.by())));
    }

    @GetMapping("/drafts/{id}")
    DraftJson read(@PathVariable String id, Official by) {
        access.mustRead(by);
        return json(drafts.get(id));
    }

    /** The version says whether it is the same wish again; no key is needed. */
    @PutMapping("/drafts/{id}")
    DraftJson save(@PathVariable String id, Wish wish) {
        wish.only("version", "body", "facts");
        return json(writing.save(
                id, wish.number("version"), wish.object("body"), wish.object("facts"), wish.by()));
    }

    @PostMapping("/drafts/{id}/submission")
    ResponseEntity<byte[]> submit(@PathVariable String id, Wish wish) {
        access.mustWrite(wish.by());
        long version = wish.only("version").number("version");
        return answering.once(wish, HttpStatus.OK, () -> json(drafts.submit(id, version, wish.by())));
    }

    @PostMapping("/drafts/{id}/return")
    ResponseEntity<byte[]> giveBack(@PathVariable String id, Wish wish) {
        var why = wish.only("why").text("why").strip();
        return answering.once(wish, HttpStatus.OK, () -> json(drafts.giveBack(id, why, wish.by())));
    }

    /** Only what the profile lets count without a browser: password and code, or the button of a practice network. */
    @PostMapping("/drafts/{id}/approval")
    ResponseEntity<byte[]> approve(@PathVariable String id, Wish wish) {
        var method = wish.only("method", "password", "code", "notBefore").text("method");
        if (!List.of("password-and-code", "practice").contains(method)) {
            throw new WishRefused.Field("method");
        }
        var form = new ApprovalForm(method, null, wish.textOr("password", ""), wish.textOr("code", ""));
        var notBefore = wish.instant("notBefore");
        return answering.once(
                wish, HttpStatus.OK, () -> json(drafts.approve(id, form.proof(), notBefore, wish.by())));
    }

    @PostMapping("/drafts/{id}/recall")
    ResponseEntity<byte[]> recall(@PathVariable String id, Wish wish) {
        wish.only();
        access.mustRecall(wish.by());
        return answering.once(wish, HttpStatus.OK, () -> json(drafts.recall(id, wish.by())));
    }

    /** Exactly what the second officer approves. */
    @GetMapping("/drafts/{id}/act.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, Official by) {
        access.mustRead(by);
        return DownloadsApi.file(drafts.pdf(id), MediaType.APPLICATION_PDF, "act.pdf");
    }

    @GetMapping("/drafts/{id}/act.json")
    ResponseEntity<byte[]> document(@PathVariable String id, Official by) {
        access.mustRead(by);
        return DownloadsApi.file(drafts.json(id), MediaType.APPLICATION_JSON, "act.json");
    }

    private DraftJson json(Draft draft) {
        return DraftJson.of(draft, drafts.needsSecondOfficer(draft));
    }
}
