import { NotNow } from '../poll';

/** @throws {NotNow} when the answer does not come in time: the page is going away. */
export async function within<T>(milliseconds: number, answer: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotNow(otherwise)), milliseconds);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
