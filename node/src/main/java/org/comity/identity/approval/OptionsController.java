package org.comity.identity.approval;

import org.comity.identity.Approvals;
import org.comity.vocabulary.Official;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Tells the approval page what to ask the official's passkey: to sign the 32 bytes of the act's id. */
@Controller
class OptionsController {

    private final Approvals approvals;

    OptionsController(Approvals approvals) {
        this.approvals = approvals;
    }

    @GetMapping(path = "/approvals/{act:[0-9a-f]{64}}/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(@PathVariable String act, Official by) {
        return approvals.options(by, act);
    }
}
