import { onUnmounted, type Ref, ref } from "vue";
import { onRoute } from "../shared/route.ts";

/** The path shown now, as long as the component lives. */
export function pathRef(): Ref<string> {
  const path = ref(location.pathname);
  onUnmounted(
    onRoute(() => {
      path.value = location.pathname;
    }),
  );
  return path;
}
