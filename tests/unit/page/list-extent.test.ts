// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { findKeyLists } from "../../../lib/page/key-list";
import { isWholeList } from "../../../lib/page/list-extent";
import { IN_ORDER, SHAPES } from "./fixtures";

function isWhole(more = ""): boolean {
  document.body.innerHTML = SHAPES["a plain table"]?.(IN_ORDER) ?? "";
  document.querySelector("main")?.insertAdjacentHTML("beforeend", more);
  return isWholeList([document], findKeyLists([document]));
}

describe("a list of keys is all there is", () => {
  it.each([
    ["nothing beside it says otherwise", ""],
    ["its pager leads nowhere", "<button disabled>Next page</button><span>1–4 of 4</span>"],
    [
      "its pager has one page",
      "<ul><li title='Next Page' aria-disabled=true><button></button></li><li><a>1</a></li></ul>",
    ],
    ["a field beside it is no search", "<input type='text' placeholder='Note' value='veeam'>"],
    ["other buttons stand around it", "<button>Copy</button><a href='/docs'>Show more help</a>"],
  ])("when %s", (_, more) => {
    expect(isWhole(more)).toBe(true);
  });

  it.each([
    ["another page follows", "<button aria-label='Go to next page'>›</button>"],
    ["a page came before", "<a href='#1'>Previous</a>"],
    ["more can be loaded", "<button>Load more</button>"],
    ["it counts more", "<div>1–4 of 57</div>"],
    ["an entry names a button without words", "<li title='Next Page'><button><svg/></button></li>"],
    ["pages are numbered", "<ul><li><a>1</a></li><li><a>2</a></li></ul>"],
    ["it is filtered", "<input placeholder='Filter keys' value='veeam'>"],
    ["something is searched for", "<input type='search' value='veeam'>"],
  ])("but not when %s", (_, more) => {
    expect(isWhole(more)).toBe(false);
  });
});
