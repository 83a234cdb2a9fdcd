package org.comity.notification;

import java.io.IOException;
import org.comity.casework.CaseAccess;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Practice only: the mails that this node would have sent. */
@Controller
class PracticeMailController {

    private final MailPost post;
    private final CaseAccess access;

    PracticeMailController(MailPost post, CaseAccess access) {
        this.post = post;
        this.access = access;
    }

    @GetMapping("/practice/mail")
    String mails(Official by, Model model) throws IOException {
        var mail = post.practice().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        access.mustRead(by);
        model.addAttribute("mails", mail.newest());
        return "notification/mails";
    }
}
