package org.comity.casework.joint;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.casework.JointCases;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A joint thread as one file, which anybody can check without a node. */
@Controller
class JointExportController {

    private final JointCases cases;

    JointExportController(JointCases cases) {
        this.cases = cases;
    }

    @FileDownload
    @GetMapping("/joint/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}/thread.zip")
    void export(@PathVariable String thread, Official by, HttpServletResponse response) throws IOException {
        var taken = cases.export(thread, by);
        response.setContentType(taken.mediaType());
        FileAnswer.saved(taken.name(), response);
        taken.to(response.getOutputStream());
    }
}
