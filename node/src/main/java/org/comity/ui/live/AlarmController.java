package org.comity.ui.live;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The red bar alone, for the script that lets it come and go on an open page; empty where nothing is to sound. */
@Controller
class AlarmController {

    @GetMapping("/alarm")
    String alarm() {
        return "ui/siren";
    }
}
